/** Any valid source, and what its reader has to see. */
import fc from 'fast-check';
import { fold, type Seen } from './reader.ts';

/** Pieces of text that mean something to one parser or another. */
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

/** Pieces of Markdown that go together. */
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

/** What no page can show, or what shows nothing. */
const REFUSED = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]|\p{Surrogate}/u;
const VISIBLE = /[^\s\p{Z}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/u;

/** Any plain text that a source may hold. */
export const text: fc.Arbitrary<string> = fc
  .oneof(
    {
      weight: 6,
      arbitrary: fc
        .array(fc.constantFrom(...PIECES), { maxLength: 7, minLength: 1 })
        .map((pieces) => pieces.join('')),
    },
    { weight: 2, arbitrary: fc.string({ maxLength: 12 }) },
    { weight: 2, arbitrary: fc.string({ maxLength: 12, unit: 'binary' }) },
    { weight: 1, arbitrary: fc.string({ maxLength: 8, unit: 'grapheme' }) },
  )
  .filter((value) => VISIBLE.test(value) && !REFUSED.test(value));

/** A URL, and the `href` that it has to become. */
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

interface SourcePerson {
  name?: string;
  handle?: string;
  url?: string;
}

interface SourceCredit {
  name: string;
  url?: string;
  version?: string;
  license?: string;
  by?: SourcePerson[];
  links?: { label: string; url: string }[];
  credits?: SourceCredit[];
}

interface SourceSection {
  title?: string;
  credits?: SourceCredit[];
  sections?: SourceSection[];
  style?: { bold?: boolean; separator?: string; by?: string; and?: string };
}

export interface Source extends SourceSection {
  title: string;
  description?: string;
  notice?: string | true;
}

const handle = text.filter((value) => !/^@?\s*$/.test(fold(value)) && !fold(value).startsWith('@'));

const person: fc.Arbitrary<SourcePerson> = fc.oneof(
  fc.record({ name: text, handle, url }, { requiredKeys: ['name'] }),
  fc.record({ handle, url }, { requiredKeys: ['handle'] }),
);

const leaf = {
  name: text,
  url,
  version: text,
  license: text,
  by: fc.array(person, { maxLength: 3 }),
  links: fc.array(fc.record({ label: text, url }), { maxLength: 2 }),
};

const credit: fc.Arbitrary<SourceCredit> = fc.record(
  { ...leaf, credits: fc.array(fc.record(leaf, { requiredKeys: ['name'] }), { maxLength: 2 }) },
  { requiredKeys: ['name'] },
);

const style = fc.record({ bold: fc.boolean(), by: text, and: text }, { requiredKeys: [] });

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
  .tuple(section(2), text, fc.option(text), fc.option(fc.oneof(text, fc.constant(true as const))))
  .map(([content, title, description, notice]) => ({
    ...content,
    title,
    ...(description && { description }),
    ...(notice && { notice }),
  }));

/** The `href` of a URL: percent-encoded, as Markdown has it, and else as it was written. */
export function hrefOf(url: string): string {
  return url.replace(/%(?![\da-f]{2})|[^!#$%&'()*+,\-./\w:;=?@~]+/gi, encodeURIComponent);
}

/** What the reader of the page has to see. */
export function seenOf(page: Source): Pick<Seen, 'blocks' | 'links'> {
  const seen: Pick<Seen, 'blocks' | 'links'> = { blocks: [], links: [] };
  const link = (label: string, target?: string) => {
    if (target !== undefined) seen.links.push({ href: hrefOf(target), text: fold(label) });
  };
  const addCredits = (credits: SourceCredit[], words: { by: string; and: string }): void => {
    for (const {
      name,
      url: target,
      version,
      by = [],
      license,
      links = [],
      credits: nested,
    } of credits) {
      link(name, target);
      const people = by.map((somebody) => {
        const at = somebody.handle === undefined ? undefined : `@${fold(somebody.handle)}`;
        const called = somebody.name === undefined ? undefined : fold(somebody.name);
        link(called ?? String(at), somebody.url);
        return called === undefined ? at : at ? `${called} (${at})` : called;
      });
      for (const { label, url: to } of links) link(label, to);
      const last = people.pop();
      const joined = people.length > 0 ? `${people.join(', ')} ${words.and} ${last}` : last;
      const parts = [
        name,
        version,
        last && `${words.by} ${joined}`,
        license && `(${fold(license)})`,
        links.length > 0 && `(${links.map(({ label }) => fold(label)).join(', ')})`,
      ];
      seen.blocks.push({ kind: 'li', text: fold(parts.filter(Boolean).join(' ')) });
      addCredits(nested ?? [], words);
    }
  };
  const addContent = (
    { credits = [], sections = [], style: own }: SourceSection,
    level: number,
    inherited: { by: string; and: string },
  ): void => {
    const words = { ...inherited, ...own };
    addCredits(credits, words);
    for (const inner of sections) {
      if (inner.title !== undefined)
        seen.blocks.push({ kind: `h${level}`, text: fold(inner.title) });
      addContent(inner, inner.title === undefined ? level : level + 1, words);
    }
  };
  addContent(page, 2, { by: 'by', and: 'and' });
  return seen;
}
