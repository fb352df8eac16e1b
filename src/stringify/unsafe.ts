/**
 * What must be escaped on a page that Starlight renders, beyond what mdast-util-to-markdown and
 * its extensions know, and what need not be although they think so. Each rule has its reason.
 *
 * Of two ways to keep a character text, the backslash is preferred: mdast-util-to-markdown uses
 * it for punctuation, and a character reference for all else.
 */
import type { State, Unsafe } from 'mdast-util-to-markdown';
import type { Format } from '../types.ts';

/** The expressions of rules that say more than `before` and `after` can. */
const expressions = new Map<Unsafe, RegExp>();

/**
 * A rule for text, not for URLs, as an expression that matches the very character to escape.
 * Rules with `before` and `after` are dropped where a neighbour is escaped, too; these are not.
 */
function rule(character: string, expression: RegExp, more: Partial<Unsafe> = {}): Unsafe {
  const pattern: Unsafe = {
    ...more,
    character,
    inConstruct: 'phrasing',
    notInConstruct: ['autolink', 'destinationLiteral', 'destinationRaw'],
  };
  expressions.set(pattern, expression);
  return pattern;
}

/** White space that is none to Markdown, but that `String#trim` takes away. */
export const TRIMMED =
  '\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff';

/** What may need an escape in a word, but for a mark at its end. */
const MARKS = `[\\\\~\`<>[{}|${TRIMMED}]|\\*(?!$)|\\](?!\\(?$)`;

/** The rest of a word with something in it that may need an escape. */
const MARKUP = `\\S*(?:[_&#]|${MARKS})`;

/** What may need an escape even in the path of an address. */
const IN_PATH = `(?<![a-z\\d])_|_(?![a-z\\d])|#(?![a-z\\d])|&#?\\w*(?:;|$)|${MARKS}`;

/** The rest of an address with such a mark in it; or with any, if it has that of mail before it. */
const PATH = `(?:[^\\s@]*@\\S*[_&#]|\\S*(?:${IN_PATH}))`;

/** What is before a node whose marks an address may hold. */
const MARKED: Partial<Unsafe> = { afterNode: ['strong', 'emphasis', 'image'] };

const everywhere: Unsafe[] = [
  // Only a whole character reference is one, and `AT&T` reads better than `AT\&T`.
  {
    character: '&',
    after: '#?\\w+;',
    inConstruct: [
      ...(['phrasing', 'titleQuote', 'titleApostrophe'] as const),
      ...(['codeFencedLangGraveAccent', 'codeFencedLangTilde'] as const),
      ...(['codeFencedMetaGraveAccent', 'codeFencedMetaTilde'] as const),
    ],
  },

  // GFM links a literal address whether it is escaped or not, and in it no escape works: after
  // `https://a/` a `\<b>` would be a tag. So one that holds more than an address does is broken
  // before it starts. Sätteri takes anything after `www.` for an address.
  rule(':', new RegExp(`(?<=[ps]):(?=//${PATH})`, 'gi')),
  rule('@', new RegExp(`(?<=[\\w.+-])@(?=${MARKUP})`, 'g')),
  // The marks of strong text may be a part of a mail address.
  rule('@', /@(?<=^_[\w.+-]*@)/g),
  rule('.', new RegExp(`(?<=(?<![a-z\\d/.@-])www)\\.(?=${PATH})`, 'gi')),

  // The marks of what follows at once would be a part of it, too.
  rule(':', /(?<=[ps]):(?=\/\/\S*$)/gi, MARKED),
  rule('.', /(?<=(?<![a-z\d/.@-])www)\.(?=\S*$)/gi, MARKED),

  // Starlight writes directives back as text, but not their labels and attributes as they were.
  // They follow a name. The bracket of a label is escaped but for one: where a link begins.
  rule(':', /:(?=[^\s:{}[\]]+(?:\{|\[$))/g),
  // After a footnote reference at the start of a line a colon would define the footnote.
  { character: ':', beforeNode: 'footnoteReference', inConstruct: 'phrasing' },
  // Three colons start a container, and two a leaf.
  { atBreak: true, character: ':', after: ':' },
  // Sätteri reads TOML between lines of plus signs.
  { atBreak: true, character: '+', after: '\\+\\+' },
];

/** A mark beyond the first plane. */
const EMOJI = '(?=[\\u{10000}-\\u{10ffff}])[\\p{P}\\p{S}]';

/** Lines beside one, which mdast-util-to-markdown takes for a part of a word. */
const BESIDE_EMOJI = new RegExp(`(?<=${EMOJI})_+|(?<![\\\\_])_+(?=${EMOJI})`, 'gu');

/** Marks with a backslash before each. */
export function escapeEach(marks: string): string {
  return marks.replace(/./g, '\\$&');
}

const byFormat: Record<Format, Unsafe[]> = {
  md: [
    // The body of an .md page is trimmed before it is parsed, so that `\u00a0- a` became a list.
    ...[...TRIMMED].flatMap((character): Unsafe[] => [
      { atBreak: true, character },
      { character, after: '[\\r\\n]', inConstruct: 'phrasing' },
    ]),
  ],
  mdx: [
    // An ECMAScript module would start here. In a list, a quote or a heading none can.
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

/**
 * Puts these rules in the place of those that mdast-util-to-markdown brings for the same
 * characters.
 */
export function adjustUnsafe(state: State, format: Format): void {
  const { compilePattern } = state;
  const safe = state.safe.bind(state);
  state.compilePattern = (pattern) => expressions.get(pattern) ?? compilePattern(pattern);
  state.safe = (text, config) => {
    const written = safe(text, config);
    // In an autolink no escape works.
    const isSure = !written.includes('_') || state.stack.includes('autolink');
    return isSure ? written : written.replace(BESIDE_EMOJI, escapeEach);
  };
  state.unsafe = [
    ...state.unsafe.filter(({ character }) => character !== '&'),
    ...everywhere,
    ...byFormat[format],
  ];
}
