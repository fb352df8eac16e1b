/** The public types, which are written by hand, match the types of the shapes. */
import { expectTypeOf, test } from 'vitest';
import type * as library from '../src/index.ts';
import type { Entry, Link, NestedEntry } from '../src/schema/credit-shape.ts';
import type { MarkdownOptions } from '../src/schema/markdown-options-shape.ts';
import type { Format, View } from '../src/schema/output-shape.ts';
import type { Page } from '../src/schema/page-shape.ts';
import type { Person } from '../src/schema/person-shape.ts';
import type { Section } from '../src/schema/section-shape.ts';
import type { Style } from '../src/schema/style-shape.ts';

test('the public types equal those of the shapes', () => {
  expectTypeOf<library.Format>().toEqualTypeOf<Format>();
  expectTypeOf<library.View>().toEqualTypeOf<Omit<View, 'range'>>();
  expectTypeOf<library.Style>().toEqualTypeOf<Style>();
  expectTypeOf<library.Person>().toEqualTypeOf<Person>();
  expectTypeOf<library.Link>().toEqualTypeOf<Link>();
  expectTypeOf<library.MarkdownOptions>().toEqualTypeOf<MarkdownOptions>();
});

test('public types whose values are YAML nodes in the shapes have the same keys', () => {
  expectTypeOf<keyof library.Page>().toEqualTypeOf<keyof Page>();
  expectTypeOf<keyof library.Section>().toEqualTypeOf<keyof Section>();
  expectTypeOf<keyof library.Entry>().toEqualTypeOf<keyof Entry>();
  expectTypeOf<keyof library.NestedEntry>().toEqualTypeOf<keyof NestedEntry>();
});

test('a public page is JSON', () => {
  // A copy of an interface has an implicit index signature, which the interface lacks.
  type Copy<T> = { [Key in keyof T]: T[Key] extends object | undefined ? Copy<T[Key]> : T[Key] };
  expectTypeOf<Copy<library.Page>>().toExtend<Json>();
});

/** JSON, or `undefined` for an optional key. */
type Json = undefined | null | boolean | number | string | Json[] | { [key: string]: Json };
