/**
 * What an Astro config says of its site. It is read, never run: it may want packages that are not
 * installed, and nobody asked for its effects.
 */

/** A piece of JavaScript: a text between quotes, a word, or a mark such as `{`. */
interface Token {
  kind: 'text' | 'word' | 'mark';
  value: string;
}

/** Comments, texts, templates, regular expressions (where one may start), words and marks. */
const TOKEN = new RegExp(
  [
    /\/\/.*|\/\*[\s\S]*?\*\//,
    /(?<quote>['"])(?<text>(?:\\[\s\S]|(?!\k<quote>)[^\\\n])*)\k<quote>/,
    /`(?<template>(?:\\[\s\S]|[^`\\])*)`/,
    /\/(?<=[(,=:[!&|?{};]\s*\/)(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+\/[a-z]*/,
    /(?<word>[\w$]+)/,
    /(?<mark>[^\s\w$])/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'g',
);

function tokensOf(code: string): Token[] {
  return [...code.matchAll(TOKEN)].flatMap(({ groups = {} }): Token[] => {
    const { template, text = template, word, mark } = groups;
    if (word !== undefined) return [{ kind: 'word', value: word }];
    if (mark !== undefined) return [{ kind: 'mark', value: mark }];
    if (text === undefined) return [];
    // What a template fills in is not known before it runs.
    if (template?.includes('${')) return [{ kind: 'mark', value: '`' }];
    return [{ kind: 'text', value: unescaped(text) }];
  });
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

/** What is between the brackets that open before a place, cut at its commas. */
function partsFrom(tokens: Token[], start: number): Token[][] {
  const parts: Token[][] = [[]];
  let depth = 0;
  for (const token of tokens.slice(start)) {
    const mark = token.kind === 'mark' ? token.value : '';
    if (/[([{]/.test(mark)) depth += 1;
    if (/[)\]}]/.test(mark)) depth -= 1;
    if (depth < 0) break;
    if (mark === ',' && depth === 0) parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return parts;
}

/** The values of an object literal, by key. */
function valuesFrom(tokens: Token[], start: number): Map<string, Token[]> {
  const pairs = partsFrom(tokens, start).filter(([, colon]) => isMark(colon, ':'));
  return new Map(pairs.map(([key, , ...value]) => [key?.value ?? '', value]));
}

function isMark(token: Token | undefined, value: string): boolean {
  return token?.kind === 'mark' && token.value === value;
}

/** A value that is a text and nothing more. */
function textOf(value: Token[] | undefined): string | undefined {
  return value?.length === 1 && value[0]?.kind === 'text' ? value[0].value : undefined;
}

export interface AstroConfig {
  /** The title of the Starlight site. */
  title?: string | undefined;
  /** The folder that holds `content`, where it is not `src`. */
  srcDir?: string | undefined;
}

/** What the text of an Astro config says, as far as it says it in plain words. */
export function readAstroConfig(code: string): AstroConfig {
  const tokens = tokensOf(code);
  const from = tokens.findIndex(
    ({ value }, at) => value === 'from' && tokens[at + 1]?.value === '@astrojs/starlight',
  );
  const imported = tokens[from - 1]?.value ?? 'starlight';
  const call = tokens.findIndex(
    ({ value }, at) =>
      value === imported && isMark(tokens[at + 1], '(') && isMark(tokens[at + 2], '{'),
  );
  const srcDir = tokens.findIndex(
    ({ value }, at) => value === 'srcDir' && isMark(tokens[at + 1], ':'),
  );
  return {
    title: call < 0 ? undefined : titleOf(valuesFrom(tokens, call + 3)),
    srcDir: srcDir < 0 ? undefined : textOf([tokens[srcDir + 2] as Token]),
  };
}

/** The title among the options of Starlight: a text, or one for each language. */
function titleOf(options: Map<string, Token[]>): string | undefined {
  const title = options.get('title') ?? [];
  if (!isMark(title[0], '{')) return textOf(title);
  const titles = valuesFrom(title, 1);
  const wanted = [textOf(options.get('defaultLocale')) ?? '', 'en', ...titles.keys()];
  return wanted.map((language) => textOf(titles.get(language))).find(Boolean);
}
