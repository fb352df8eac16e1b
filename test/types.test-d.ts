/** The public types, which are written by hand, match the types that the shapes read. */
import { expectTypeOf, test } from 'vitest';
import type * as library from '../src/index.ts';
import type { coverageFields } from '../src/schema/covers-shape.ts';
import type { entryFields, linkFields, nestingFields } from '../src/schema/credit-shape.ts';
import type { InferFields } from '../src/schema/field.ts';
import type { markdownFields } from '../src/schema/markdown-options-shape.ts';
import type { pageFields } from '../src/schema/page-shape.ts';
import type { personFields } from '../src/schema/person-shape.ts';
import type { sectionFields } from '../src/schema/section-shape.ts';
import type { styleFields } from '../src/schema/style-shape.ts';
import type { viewFields } from '../src/schema/view-shape.ts';

test('the public types equal those of the shapes', () => {
  expectTypeOf<library.Style>().toEqualTypeOf<InferFields<typeof styleFields>>();
  expectTypeOf<library.Person>().toEqualTypeOf<InferFields<typeof personFields>>();
  expectTypeOf<library.Coverage>().toEqualTypeOf<InferFields<typeof coverageFields>>();
  expectTypeOf<library.Link>().toEqualTypeOf<InferFields<typeof linkFields>>();
  expectTypeOf<library.MarkdownOptions>().toEqualTypeOf<InferFields<typeof markdownFields>>();
  expectTypeOf<library.NestedEntry>().toEqualTypeOf<InferFields<typeof entryFields>>();
  expectTypeOf<library.Entry>().toEqualTypeOf<InferFields<typeof nestingFields>>();
});

test('public types with keys that shapes complete have the same keys', () => {
  expectTypeOf<keyof library.View>().toEqualTypeOf<keyof typeof viewFields | 'addedFrontmatter'>();
  expectTypeOf<keyof library.Page>().toEqualTypeOf<keyof typeof pageFields>();
  expectTypeOf<keyof library.Section>().toEqualTypeOf<keyof typeof sectionFields | 'sections'>();
});

/** A credit and a page of 0.1.0, with the keys that code for it sets and reads. */
interface OldEntry {
  name: string;
  url?: string;
  by?: { name?: string; handle?: string; url?: string }[];
  description?: { markdown: string };
  version?: string;
  license?: string;
  links?: { label: string; url: string }[];
}
interface OldSection {
  title?: string;
  intro?: { markdown: string };
  credits?: (
    | (OldEntry & { credits?: (OldEntry | { markdown: string })[] })
    | { markdown: string }
  )[];
  sections?: OldSection[];
  outro?: { markdown: string };
}
interface OldPage extends OldSection {
  description?: string;
  output?: { path: string; frontmatter: boolean; title: 'frontmatter' | 'heading' | 'none' }[];
  notice?: true | string;
  html?: boolean;
  people?: { [id: string]: { name?: string; handle?: string; url?: string } };
}

test('code for the page of 0.1.0 compiles', () => {
  expectTypeOf<library.Page>().toExtend<OldPage>();
  expectTypeOf<Omit<OldPage, 'output'>>().toExtend<library.Page>();
  expectTypeOf<library.NestedEntry['name']>().toEqualTypeOf<string>();
  const namesIn = ({ credits = [], sections = [] }: library.Section): string[] => [
    ...credits.map((credit) => ('markdown' in credit ? credit.markdown : credit.name)),
    ...sections.flatMap(namesIn),
  ];
  expectTypeOf<ReturnType<typeof library.creditsData>>().toExtend<Parameters<typeof namesIn>[0]>();
  expectTypeOf(namesIn).returns.toEqualTypeOf<string[]>();
});

test('a public page is JSON', () => {
  // A copy of an interface has an implicit index signature, which the interface lacks.
  type Copy<T> = { [Key in keyof T]: T[Key] extends object | undefined ? Copy<T[Key]> : T[Key] };
  expectTypeOf<Copy<library.Page>>().toExtend<Json>();
});

/** JSON, or `undefined` for an optional key. */
type Json = undefined | null | boolean | number | string | Json[] | { [key: string]: Json };
