/** The types that the library tells, which are written out, against those that the model has. */
import { expectTypeOf, test } from 'vitest';
import type * as told from '../src/index.ts';
import type { Entry, Link, NestedEntry } from '../src/schema/credit-shape.ts';
import type { MarkdownOptions } from '../src/schema/markdown-options-shape.ts';
import type { Format, View } from '../src/schema/output-shape.ts';
import type { Page } from '../src/schema/page-shape.ts';
import type { Person } from '../src/schema/person-shape.ts';
import type { Section } from '../src/schema/section-shape.ts';
import type { Style } from '../src/schema/style-shape.ts';

test('the types of the library are those of the model', () => {
  expectTypeOf<told.Format>().toEqualTypeOf<Format>();
  expectTypeOf<told.View>().toEqualTypeOf<Omit<View, 'range'>>();
  expectTypeOf<told.Style>().toEqualTypeOf<Style>();
  expectTypeOf<told.Person>().toEqualTypeOf<Person>();
  expectTypeOf<told.Link>().toEqualTypeOf<Link>();
  expectTypeOf<told.MarkdownOptions>().toEqualTypeOf<MarkdownOptions>();
});

test('what holds nodes of YAML in the model has the same keys', () => {
  expectTypeOf<keyof told.Page>().toEqualTypeOf<keyof Page>();
  expectTypeOf<keyof told.Section>().toEqualTypeOf<keyof Section>();
  expectTypeOf<keyof told.Entry>().toEqualTypeOf<keyof Entry>();
  expectTypeOf<keyof told.NestedEntry>().toEqualTypeOf<keyof NestedEntry>();
});

test('what is told is what JSON can say', () => {
  // An interface has no signature of its keys, which a copy of it has.
  type Copy<T> = { [Key in keyof T]: T[Key] extends object | undefined ? Copy<T[Key]> : T[Key] };
  expectTypeOf<Copy<told.Page>>().toExtend<Data>();
});

/** JSON, and what a key may lack. */
type Data = undefined | null | boolean | number | string | Data[] | { [key: string]: Data };
