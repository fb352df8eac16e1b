/**
 * Reads an Astro config without running it, as it may have side effects and import packages that are
 * not installed.
 */

/** A token of JavaScript: a string, an identifier or number, or a punctuator such as `{`. */
interface Token {
  kind: 'string' | 'word' | 'punctuator';
  value: string;
}

/**
 * Comments, strings, templates, regular expressions (where one may start), words, punctuators. What is
 * not closed ends with its line, or with the text, so that nothing is read twice.
 */
const TOKEN = new RegExp(
  [
    /\/\/.*|\/\*[\s\S]*?(?:\*\/|$)/,
    /(?<quote>['"])(?<text>(?:\\[\s\S]|(?!\k<quote>)[^\\\n])*)(?<end>\k<quote>)?/,
    /`(?<template>(?:\\[\s\S]|[^`\\])*)(?<templateEnd>`)?/,
    /\/(?<=[(,=:[!&|?{};]\s*\/)(?:\\.|\[(?:\\.|[^\]\\\n])*\]?|[^/\\\n[])+\/?[a-z]*/,
    /(?<word>[\w$]+)/,
    /(?<mark>[^\s\w$])/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'g',
);

function* tokensOf(code: string): Generator<Token> {
  for (const { groups = {} } of code.matchAll(TOKEN)) {
    const { template, templateEnd, text = template, end = templateEnd, word, mark } = groups;
    if (word !== undefined) yield { kind: 'word', value: word };
    else if (mark !== undefined) yield { kind: 'punctuator', value: mark };
    else if (text !== undefined && end !== undefined) {
      // The value of a template with substitutions is unknown.
      yield template?.includes('${')
        ? { kind: 'punctuator', value: '`' }
        : { kind: 'string', value: unescaped(text) };
    }
  }
}

const ESCAPES: Record<string, string> = { n: '\n', t: '\t', '\n': '' };

function unescaped(text: string): string {
  return text.replace(
    /\\(?:u\{([\da-f]{1,6})\}|u([\da-f]{4})|x([\da-f]{2})|([\s\S]))/gi,
    (_, long?: string, four?: string, two?: string, other = '') => {
      const code = Number.parseInt(long ?? four ?? two ?? '', 16);
      if (Number.isNaN(code)) return ESCAPES[other] ?? other;
      return code > 0x10ffff ? '' : String.fromCodePoint(code);
    },
  );
}

/** Splits the tokens after an opening bracket at commas, up to the closing bracket. */
function partsFrom(tokens: Token[], start: number): Token[][] {
  const parts: Token[][] = [[]];
  let depth = 0;
  for (const token of tokens.slice(start)) {
    const mark = token.kind === 'punctuator' ? token.value : '';
    if (/[([{]/.test(mark)) depth += 1;
    if (/[)\]}]/.test(mark)) depth -= 1;
    if (depth < 0) break;
    if (mark === ',' && depth === 0) parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return parts;
}

/** Returns the values of an object literal by key. */
function valuesFrom(tokens: Token[], start: number): Map<string, Token[]> {
  const pairs = partsFrom(tokens, start).filter(([, colon]) => isPunctuator(colon, ':'));
  return new Map(pairs.map(([key, , ...value]) => [key?.value ?? '', value]));
}

function isPunctuator(token: Token | undefined, value: string): boolean {
  return token?.kind === 'punctuator' && token.value === value;
}

/** Returns the value of an expression that is a single string, or `undefined` for any other. */
function stringOf(value: Token[] | undefined): string | undefined {
  return value?.length === 1 && value[0]?.kind === 'string' ? value[0].value : undefined;
}

export interface AstroConfig {
  /** The title of the Starlight site. */
  title?: string | undefined;
  /** The folder that contains `content`; `src` by default. */
  srcDir?: string | undefined;
  /** The URL that the links for editing pages start with. */
  editLinkBase?: string | undefined;
  /** Whether it imports the plugin of this package. */
  usesPlugin: boolean;
}

/** Reads the values that an Astro config sets to string literals. */
export function readAstroConfig(code: string): AstroConfig {
  const tokens = [...tokensOf(code)];
  const from = tokens.findIndex(
    ({ value }, at) => value === 'from' && tokens[at + 1]?.value === '@astrojs/starlight',
  );
  const imported = tokens[from - 1]?.value ?? 'starlight';
  const call = tokens.findIndex(
    ({ value }, at) =>
      value === imported && isPunctuator(tokens[at + 1], '(') && isPunctuator(tokens[at + 2], '{'),
  );
  const srcDir = tokens.findIndex(
    ({ value }, at) => value === 'srcDir' && isPunctuator(tokens[at + 1], ':'),
  );
  const options = call < 0 ? new Map<string, Token[]>() : valuesFrom(tokens, call + 3);
  return {
    title: titleOf(options),
    editLinkBase: stringOf(valuesFrom(options.get('editLink') ?? [], 1).get('baseUrl')),
    usesPlugin: tokens.some(({ value }) => value === 'starlight-credits/starlight'),
    srcDir: srcDir < 0 ? undefined : stringOf([tokens[srcDir + 2] as Token]),
  };
}

/** Returns the `title` of Starlight's options: a string, or a map from a language to one. */
function titleOf(options: Map<string, Token[]>): string | undefined {
  const title = options.get('title') ?? [];
  if (!isPunctuator(title[0], '{')) return stringOf(title);
  const titles = valuesFrom(title, 1);
  const wanted = [stringOf(options.get('defaultLocale')) ?? '', 'en', ...titles.keys()];
  return wanted.map((language) => stringOf(titles.get(language))).find(Boolean);
}
