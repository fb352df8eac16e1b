/**
 * Unsafe patterns for a page that Starlight renders, each with its reason. They differ from those of
 * mdast-util-to-markdown and its GFM extensions: some text needs more escapes, other text needs fewer.
 *
 * They apply to every page of a format, even to one without directives or JSX, as text must not become
 * a directive or JSX.
 */
import type { State, Unsafe } from 'mdast-util-to-markdown';
import { unicodePattern } from '../text/unicode-pattern.ts';
import type { Format } from '../types.ts';
import { escapeEach, TRIMMED } from './inert-text.ts';

/** The expressions of patterns that need more than `before` and `after` can express. */
const expressions = new Map<Unsafe, RegExp>();

/**
 * Returns a pattern for text outside URLs whose expression matches only the character to escape.
 * Unlike a pattern with `before` or `after`, it also applies next to another escape.
 */
function pattern(character: string, expression: RegExp, more: Partial<Unsafe> = {}): Unsafe {
  const unsafe: Unsafe = {
    ...more,
    character,
    inConstruct: 'phrasing',
    notInConstruct: ['autolink', 'destinationLiteral', 'destinationRaw'],
  };
  expressions.set(unsafe, expression);
  return unsafe;
}

/** Marks that may need an escape in a word, except at its end. */
const MARKS = `[\\\\~\`<>[{}|${TRIMMED}]|\\*(?!$)|\\](?!\\(?$)`;

/** The rest of a word that is not searched for marks, as searching it each time takes quadratic time. */
const LONG_REST = '\\S{1000}';

/** The rest of a word with a mark that may need an escape. */
const MARKED_REST = `(?:${LONG_REST}|\\S*(?:[_&#]|${MARKS}))`;

/** Marks that may need an escape even in the path of an address. */
const IN_PATH = `(?<![a-z\\d])_|_(?![a-z\\d])|#(?![a-z\\d])|&#?\\w*(?:;|$)|${MARKS}`;

/** The rest of an address with such a mark, or with any mark after an at sign. */
const MARKED_ADDRESS = `(?:${LONG_REST}|[^\\s@]*@\\S*[_&#]|\\S*(?:${IN_PATH}))`;

/**
 * For text before nodes whose opening markers could become part of an address. The last is that of
 * `attention-in-words.ts`.
 */
const AFTER_MARKS: Partial<Unsafe> = {
  afterNode: ['strong', 'emphasis', 'image', 'markedText' as 'emphasis'],
};

const everyFormat: Unsafe[] = [
  // Only complete character references need an escape: `AT&T` is more readable than `AT\&T`.
  {
    character: '&',
    after: '#?\\w+;',
    inConstruct: [
      ...(['phrasing', 'titleQuote', 'titleApostrophe'] as const),
      ...(['codeFencedLangGraveAccent', 'codeFencedLangTilde'] as const),
      ...(['codeFencedMetaGraveAccent', 'codeFencedMetaTilde'] as const),
    ],
  },

  // GFM links a literal address whether it is escaped or not, and escapes do not work in it: after
  // `https://a/` a `\<b>` would be a tag. So an address with such a mark is escaped at its start.
  // Sätteri links anything after `www.`.
  pattern(':', new RegExp(`(?<=[ps]):(?=//${MARKED_ADDRESS})`, 'gi')),
  pattern('@', new RegExp(`(?<=[\\w.+-])@(?=${MARKED_REST})`, 'g')),
  // Markers of emphasis and strong text could become part of an address that starts with an underscore.
  pattern('@', /@(?<=^_[\w.+-]*@)/g),
  pattern('.', new RegExp(`(?<=(?<![a-z\\d/.@-])www)\\.(?=${MARKED_ADDRESS})`, 'gi')),

  // The opening markers of the next node could become part of an address.
  pattern(':', /(?<=[ps]):(?=\/\/(?:\S{1000}|\S*$))/gi, AFTER_MARKS),
  pattern('.', /(?<=(?<![a-z\d/.@-])www)\.(?=\S{1000}|\S*$)/gi, AFTER_MARKS),

  // Starlight turns directives back into text, but may change their labels and attributes, which follow
  // a name. The bracket of a label is escaped anyway, except that of a link.
  pattern(':', /:(?=[^\s:{}[\]]+(?:\{|\[$))/g),
  // A colon after a footnote reference at the start of a line would define the footnote.
  { character: ':', beforeNode: 'footnoteReference', inConstruct: 'phrasing' },
  // Three colons start a container directive, and two a leaf directive.
  { atBreak: true, character: ':', after: ':' },
  // `---` opens front matter.
  { atBreak: true, character: '-', after: '-' },
  // `+++` opens TOML front matter in Sätteri.
  { atBreak: true, character: '+', after: '\\+\\+' },
];

const byFormat: Record<Format, Unsafe[]> = {
  md: [
    // Astro trims the body of an .md page before parsing it: `\u00a0- a` would become a list.
    ...[...TRIMMED].flatMap((character): Unsafe[] => [
      { atBreak: true, character },
      { character, after: '[\\r\\n]', inConstruct: 'phrasing' },
    ]),
  ],
  mdx: [
    // An expression, or JSX, would start here.
    ...['{', '<'].flatMap((character): Unsafe[] => [
      { atBreak: true, character },
      { character, inConstruct: 'phrasing' },
    ]),
    // An ECMAScript module would start here, except in a list, a block quote or a heading.
    ...(['import', 'export'] as const).map(
      ([first, ...rest]): Unsafe => ({
        atBreak: true,
        character: first as string,
        after: `${rest.join('')}(?![\\w$])`,
        notInConstruct: ['listItem', 'blockquote', 'headingAtx'],
      }),
    ),
  ],
};

/** Punctuation or a symbol beyond the Basic Multilingual Plane. */
const ASTRAL_PUNCTUATION = '(?=[\\u{10000}-\\u{10ffff}])[\\p{P}\\p{S}]';

/** Underscores next to it. mdast-util-to-markdown treats its surrogates as letters of a word. */
const ASTRAL_UNDERSCORES = `(?<=${ASTRAL_PUNCTUATION})_+|(?<![\\\\_])_+(?=${ASTRAL_PUNCTUATION})`;

/** Adds the patterns of a format to a serializer, and removes its own pattern for `&`. */
export function adjustUnsafe(state: State, format: Format): void {
  const { compilePattern } = state;
  const safe = state.safe.bind(state);
  state.compilePattern = (unsafe) => expressions.get(unsafe) ?? compilePattern(unsafe);
  state.safe = (text, config) => {
    const escaped = safe(text, config);
    // Escapes do not work in an autolink.
    const isDone = !escaped.includes('_') || state.stack.includes('autolink');
    return isDone ? escaped : escaped.replace(unicodePattern(ASTRAL_UNDERSCORES, 'g'), escapeEach);
  };
  state.unsafe = [
    ...state.unsafe.filter(({ character }) => character !== '&'),
    ...everyFormat,
    ...byFormat[format],
  ];
}
