/** Random valid sources. `expected-content.ts` computes what their pages must show. */
import fc from 'fast-check';
import { fold } from './visible-content.ts';

/** Fragments of text that are markup for some parser. */
const PIECES = [
  ...['*', '**', '_', '__', '`', '``', '~', '~~', '[', ']', '(', ')', '![', '](', '](x)', '[x]: y'],
  ...[
    '<',
    '>',
    '<b>',
    '</b>',
    '<a href="x">',
    '<script>',
    '<!--',
    '-->',
    '<?',
    '<![CDATA[',
    '<x/>',
  ],
  ...['{', '}', '{x}', '{/*', '*/}', '{alert(1)}', '{`', '`}', '{...x}', '<>', '</>'],
  ...['&', '&amp;', '&lt;', '&#60;', '&#x3c;', '&copy', ';', '\\', '\\\\', '\\<', '\\&'],
  ...[
    '#',
    '# ',
    '## ',
    ' #',
    '- ',
    '+ ',
    '* ',
    '1. ',
    '1) ',
    '> ',
    '---',
    '***',
    '===',
    '```',
    '~~~',
  ],
  ...[':', '::', ':::', ':::note', ':a', ':a{', ':a[', '::a', ':a{b=c}', ':a{"b"}', '{b}', '[b]'],
  ...['www.', 'www.a', 'http://', 'https://', 'https://e.co', '://', 'a@b.co', '@b.co', 'mailto:'],
  ...[
    'import ',
    'export ',
    'import{',
    'export default ',
    'import',
    '+++',
    '|',
    '| a |',
    '|-|',
    '$',
  ],
  ...[
    '"',
    "'",
    '...',
    '--',
    '---',
    '^',
    '%',
    '!',
    '?',
    '=',
    ',',
    '.',
    '/',
    '0',
    '1',
    'a',
    'b',
    'Z',
  ],
  ...['\u00a0', '\u3000', '\u200b', '\u00ad', '\u2028', '\ufeff', '\u200d', '\u0301', '\ue000'],
  ...[
    'é',
    'ß',
    'ﬁ',
    '日本',
    'שלום',
    'مرحبا',
    '👍',
    '👍_',
    '_👍',
    '👩‍👩‍👧',
    '🇫🇷',
    '𝒳',
    ' ',
    '  ',
    '\n',
    '\t',
    'word',
    'two words',
  ],
];

/** Fragments of Markdown. */
export const MARKDOWN = [
  ...['*a*', '**b**', '_c_', '__d__', '~~e~~', '`f`', '``g ` h``', '***i***', '*', '_', '`', '~'],
  ...['[j](https://e.co)', '[k](<a b> "t")', '[l][m]', '[m]', '[m]: https://e.co', '![n](o.png)'],
  ...[
    'https://e.co/a_b',
    'www.e.co',
    'a@b.co',
    '<https://e.co/?a=1&b=2>',
    '<a@b.co>',
    '(https://e.co)',
  ],
  ...[
    '\n',
    '\n\n',
    '  \n',
    '\\\n',
    ' ',
    ' ',
    'word',
    'word',
    'Two words.',
    '\n- p',
    '\n- q\n  - r',
  ],
  ...[
    '\n\n1. s\n2. t',
    '\n\n> u\n> v',
    '\n\n# w',
    '\n\nx\n===',
    '\n\n```js\ny {z}\n```',
    '\n\n---\n',
  ],
  ...[
    '\n\n| A | B |\n| - | :-: |\n| `c` | d\\|e |',
    '\n\n    code',
    '[^1]',
    '\n\n[^1]: note',
    '- [x] task',
  ],
  ...[
    '&amp;',
    '&copy;',
    '\\*',
    '\\<',
    '{x}',
    '<',
    '>',
    'a < b',
    'import a',
    'export b',
    ':a{b}',
    ':::x',
    '|',
    '#',
  ],
];

/** Characters that a page cannot show, and those that are visible. */
const REFUSED =
  /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]|\p{Noncharacter_Code_Point}|\p{Surrogate}/u;
const VISIBLE = /[^\s\p{Z}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/u;

/** Any character. The unit `binary` of fast-check has the same, and takes half a second to create. */
const character = fc
  .integer({ min: 0x20, max: 0x10_fffd })
  .map((code) => String.fromCodePoint(code));

/** Any plain text that is valid in a source. */
export const text: fc.Arbitrary<string> = fc
  .oneof(
    {
      weight: 6,
      arbitrary: fc
        .array(fc.constantFrom(...PIECES), { maxLength: 7, minLength: 1 })
        .map((pieces) => pieces.join('')),
    },
    { weight: 2, arbitrary: fc.string({ maxLength: 12 }) },
    { weight: 2, arbitrary: fc.string({ maxLength: 12, unit: character }) },
    { weight: 1, arbitrary: fc.string({ maxLength: 8, unit: 'grapheme' }) },
  )
  .filter((value) => VISIBLE.test(value) && !REFUSED.test(value));

/** Any URL that is valid in a source. */
const url: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom(
      'https://e.co/',
      'http://e.co',
      'mailto:a@b.co',
      '/',
      '#',
      '?',
      './',
      '../x',
      'https://é.co/',
    ),
    fc.array(
      fc.constantFrom(
        'a',
        'B',
        '1',
        '/',
        '?',
        '&',
        '=',
        '#',
        '(',
        ')',
        '()',
        ' ',
        '"',
        "'",
        '<',
        '>',
        '[',
        ']',
        '{',
        '}',
        '\\',
        '|',
        '^',
        '`',
        '%20',
        '%',
        '*',
        '_',
        '~',
        '!',
        '@',
        ':b[',
        ':b{',
        '&amp;',
        'é',
        '👍',
        ',',
        ';',
        '+',
        '.',
        '-',
        '$',
      ),
      { maxLength: 6 },
    ),
  )
  .map(([start, rest]) => (start + rest.join('')).trim());

export interface SourcePerson {
  name?: string;
  handle?: string;
  url?: string;
}

interface SourceImage {
  src?: string;
  light?: string;
  dark?: string;
  alt?: string;
}

export interface SourceEntry {
  name?: string;
  person?: SourcePerson;
  url?: string;
  image?: SourceImage;
  version?: string;
  license?: string;
  by?: SourcePerson[];
  links?: { label: string; url: string }[];
  credits?: SourceCredit[];
}

/** String credits, which are Markdown. These do not need escapes. */
export type SourceCredit = SourceEntry | string;

export const COLUMNS = [
  'image',
  'name',
  'by',
  'description',
  'version',
  'license',
  'links',
] as const;

export type SourceColumn = (typeof COLUMNS)[number];

export interface SourceStyle {
  layout?: 'list' | 'names' | 'table' | 'cards' | 'gallery';
  bold?: boolean;
  separator?: string;
  by?: string;
  and?: string;
  size?: number;
  columns?: SourceColumn[];
  labels?: { [column in SourceColumn]?: string };
  sort?: 'none' | 'name';
}

export interface SourceSection {
  title?: string;
  credits?: SourceCredit[];
  sections?: SourceSection[];
  style?: SourceStyle;
}

export interface Source extends SourceSection {
  title: string;
  description?: string;
  notice?: string | true;
  handles?: string | { url: string };
}

/** What is read as the handle in it. */
const PROFILE = /^@?\s*(?:https?:\/\/)?(?:[\w-]+\.)+[a-z]{2,}\//i;

const handle = fc.oneof(
  { weight: 1, arbitrary: fc.constantFrom('ada', 'Zoe-1', 'a_b', 'a.b', '_x') },
  {
    weight: 3,
    arbitrary: text.filter((value) => !/^@|^$/.test(fold(value)) && !PROFILE.test(fold(value))),
  },
);

const handles = fc.constantFrom(
  ...['github', 'gitlab', 'codeberg'],
  ...[{ url: 'https://e.co/@{handle}' }, { url: '/people?a=b&c={handle}#{handle}' }],
);

const person: fc.Arbitrary<SourcePerson> = fc.oneof(
  fc.record({ name: text, handle, url }, { requiredKeys: ['name'] }),
  fc.record({ handle, url }, { requiredKeys: ['handle'] }),
);

const picture = fc.oneof(
  fc.constantFrom('a.png', '../b c.svg', '100%.png', '日本.webp', 'd(e)[f].jpg'),
  url.filter((value) => !value.startsWith('mailto:') && !value.includes('\\')),
);

const image: fc.Arbitrary<SourceImage> = fc.oneof(
  fc.record({ src: picture, alt: text }, { requiredKeys: ['src'] }),
  fc.record({ light: picture, dark: picture, alt: text }, { requiredKeys: ['light', 'dark'] }),
);

const leaf = {
  name: text,
  url,
  image,
  version: text,
  license: text,
  by: fc.array(person, { maxLength: 3 }),
  links: fc.array(fc.record({ label: text, url }), { maxLength: 2 }),
};

const creditedPerson = {
  person,
  url,
  links: leaf.links,
};

const words = fc.constantFrom('Everyone who reported a bug', 'and many more');

const nested = fc.oneof(
  { weight: 4, arbitrary: fc.record(leaf, { requiredKeys: ['name'] }) },
  { weight: 2, arbitrary: fc.record(creditedPerson, { requiredKeys: ['person'] }) },
  { weight: 1, arbitrary: words },
);

const credit: fc.Arbitrary<SourceCredit> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record(
      { ...leaf, credits: fc.array(nested, { maxLength: 2 }) },
      { requiredKeys: ['name'] },
    ),
  },
  {
    weight: 2,
    arbitrary: fc.record(
      { ...creditedPerson, credits: fc.array(nested, { maxLength: 2 }) },
      { requiredKeys: ['person'] },
    ),
  },
  { weight: 1, arbitrary: words },
);

const style: fc.Arbitrary<SourceStyle> = fc.record(
  {
    layout: fc.constantFrom('list', 'names', 'table', 'cards', 'gallery'),
    bold: fc.boolean(),
    by: text,
    and: text,
    size: fc.integer({ min: 16, max: 512 }),
    columns: fc.uniqueArray(fc.constantFrom(...COLUMNS), { minLength: 1 }),
    labels: fc.record(
      Object.fromEntries(COLUMNS.map((column) => [column, text])) as {
        [column in SourceColumn]: typeof text;
      },
      { requiredKeys: [] },
    ),
    sort: fc.constantFrom('none', 'name'),
  },
  { requiredKeys: [] },
);

const section = (depth: number): fc.Arbitrary<SourceSection> =>
  fc.record(
    {
      title: text,
      credits: fc.array(credit, { maxLength: 3 }),
      style,
      ...(depth > 0 && { sections: fc.array(section(depth - 1), { maxLength: 2 }) }),
    },
    { requiredKeys: [] },
  );

export const source: fc.Arbitrary<Source> = fc
  .tuple(
    section(2),
    text,
    fc.option(text),
    fc.option(fc.oneof(text, fc.constant(true as const))),
    fc.option(handles),
  )
  .map(([content, title, description, notice, links]) => ({
    ...content,
    title,
    ...(links && { handles: links }),
    ...(description && { description }),
    ...(notice && { notice }),
  }));

/** Returns the `href` of a URL, which Markdown percent-encodes. */
export function hrefOf(url: string): string {
  // An IPv6 host needs its brackets, so the link is HTML.
  if (/^(?:https?:)?\/\/(?:[^/?#[]*@)?\[[\da-f:.]+\]/i.test(url)) return url;
  return url.replace(/%(?![\da-f]{2})|[^!#$%&'()*+,\-./\w:;=?@~]+/gi, encodeURIComponent);
}
