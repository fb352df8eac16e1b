import { slug } from 'github-slugger';
import { nearest } from '../diagnostics/nearest.ts';
import { LAST_LEVEL } from '../model/section-levels.ts';
import { isAbsent, type MapEntry, type MapNode, type Node, valueOfKey } from '../source/nodes.ts';
import { shorten } from '../text/shorten.ts';
import { isVisible } from '../text/visible-text.ts';
import type { Section } from '../types.ts';
import { helpForList, reportKeyWithoutSpace } from './common-mistakes.ts';
import { covers } from './covers-shape.ts';
import { credit, entryFields, helpForCredits } from './credit-shape.ts';
import { type Field, optional } from './field.ts';
import { markdownField } from './markdown-field.ts';
import { moveInto, moveIntoCredits } from './misplaced-keys.ts';
import type { Scope } from './scope.ts';
import { named, refine, type Shape } from './shape.ts';
import { list } from './shapes/list.ts';
import { map } from './shapes/map.ts';
import { style, styleFields } from './style-shape.ts';
import { plain, translatedText } from './text-shape.ts';
import { translated, valueInLanguage } from './translated.ts';
import { wrongType } from './wrong-type.ts';

const blocks = translated('text', markdownField({ inline: false }));

/** The fields that pages and sections have in common. */
export const contentFields = {
  intro: optional(blocks, 'Markdown before the credits.', {
    alias: ['text', 'introduction', 'body', 'content', 'description', 'lead', 'summary', 'note'],
  }),
  credits: optional(list('a list of credits', credit, helpForCredits), 'The credits.', {
    alias: [
      ...['items', 'entries', 'credit', 'list', 'authors', 'contributors', 'maintainers'],
      ...['projects', 'packages', 'libraries', 'tools', 'dependencies'],
    ],
  }),
  outro: optional(blocks, 'Markdown after everything else.', {
    alias: ['footer', 'closing', 'conclusion'],
  }),
  style: optional(
    style,
    'How the credits look, such as { layout: names, sort: name }; subsections inherit it.',
    {
      alias: ['styles', 'options'],
    },
  ),
  covers: optional(
    covers,
    'What the section is meant to credit: a manifest such as package.json, git, or a list.',
    { alias: ['cover', 'covered', 'manifest', 'manifests', 'audit', 'coverage'] },
  ),
};

/** Returns the help for a key of a page or section that belongs in its style or credits. */
export function contentElsewhere(entry: MapEntry): string | undefined {
  return moveInto('style', styleFields, entry) ?? moveIntoCredits(entryFields, entry);
}

export const sectionFields = {
  title: optional(translatedText, 'The heading. Without a title, there is none.', {
    alias: ['name', 'heading', 'header', 'label'],
  }),
  ...contentFields,
};

export const sections: Field<Section[], false> = optional(
  list(
    'a list of sections',
    named('section', 'a section', () => section),
    (node) =>
      helpForList(node, {
        mainKey: 'title',
        keys: [...Object.keys(sectionFields), 'sections'],
        takesText: false,
      }),
  ),
  'The subsections.',
  { alias: ['section', 'subsections', 'children', 'groups', 'categories'] },
);

/** Returns the help for a section that is written as `Fonts: [a, b]`. */
function helpForTitle({ key, value }: MapEntry, { entries }: MapNode): string | undefined {
  if (entries.length > 1 || value?.kind !== 'list') return;
  if (nearest(key, [...Object.keys(sectionFields), 'sections'])) return;
  return `write the key as a title: "title: ${shorten(key)}", and below it "credits: …"`;
}

const sectionMap: Shape<Section> = map(
  'a section',
  { ...sectionFields, sections },
  {
    misplaced: {
      frontmatter: 'page-key',
      output: 'page-key',
      notice: 'page-key',
      html: 'page-key',
      people: 'page-key',
      handles: 'page-key',
      markdown: 'page-key',
      rules: 'page-key',
    },
    elsewhere: (entry, node) => contentElsewhere(entry) ?? helpForTitle(entry, node),
    snippets: { 'a section': { title: '$1', credits: [{ name: '$2' }] } },
  },
);

const section: Shape<Section> = refine(sectionMap, {
  read(node, scope, read) {
    if (node.kind === 'scalar' && !isAbsent(node) && !reportKeyWithoutSpace(node, scope)) {
      return wrongType(
        node,
        'a section',
        scope,
        `write it as a title: "title: ${shorten(node.value)}"`,
      );
    }
    const title = titleOf(node, scope);
    if (title && scope.level === LAST_LEVEL + 1) {
      scope.report('heading-depth', title, { depth: scope.level });
    }
    const heading = title?.kind === 'scalar' ? title.value : '';
    if (title && isVisible(heading) && !/[\w-]/.test(heading) && slug(heading) === '') {
      scope.report('heading-no-id', title, { title: heading });
    }
    const section = read(node, title ? { ...scope, level: scope.level + 1 } : scope);
    const [defaultLanguage] = scope.languages;
    if (section && defaultLanguage !== scope.lang) {
      addDefaultTitle(section, node, { ...scope, lang: defaultLanguage });
    }
    return section;
  },
});

/** Returns the title of a section in the language that is read. */
function titleOf(node: Node, scope: Scope): Node | undefined {
  const title = valueOfKey(node, 'title');
  return title && valueInLanguage(title, scope);
}

/** Adds the title of a section in the default language, by which views select it. */
function addDefaultTitle(section: Section, node: Node, scope: Scope): void {
  const title = titleOf(node, scope);
  const read = title && plain().read(title, { ...scope, report: () => {} });
  if (read !== undefined) scope.defaultTitles.set(section, read);
}
