/** Parses the Markdown of fields and files: GitHub Flavored Markdown with Starlight's asides. */
import type { Root } from 'mdast';
import { directiveFromMarkdown } from 'mdast-util-directive';
import { fromMarkdown, type Extension as MdastExtension } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { directive } from 'micromark-extension-directive';
import { gfm } from 'micromark-extension-gfm';
import type { Construct, Effects, Extension, State } from 'micromark-util-types';
import type { MarkdownParser } from './markdown-parser.ts';
import { parseByHeading } from './parse-by-heading.ts';

/** Extensions of micromark, and of mdast-util-from-markdown for its tokens. */
export interface SyntaxExtension {
  syntax: Extension;
  mdast: (MdastExtension | MdastExtension[])[];
}

const GFM_SYNTAX: SyntaxExtension = {
  syntax: gfm(),
  // An escaped address stays text: see `linkAddresses`.
  mdast: gfmFromMarkdown().map(({ transforms, ...extension }) => extension),
};

/** The asides of Starlight. */
const ASIDES = new Set(['note', 'tip', 'caution', 'danger']);

const ASIDE_SYNTAX: SyntaxExtension = {
  syntax: containerDirective(),
  mdast: [directiveFromMarkdown()],
};

/** Where an aside may start. */
const ASIDE_START = /^[ \t>]*:{3,}(?:note|tip|caution|danger)/m;

/** The length of a text, in UTF-16 code units, from which it is parsed in parts. */
const LONG = 20_000;

export const parseMarkdown: MarkdownParser = (markdown) =>
  markdown.length < LONG
    ? parseWith(markdown)
    : parseByHeading(markdown, (part) => parseWith(part));

/** Parses Markdown with further syntax. */
export function parseWith(markdown: string, ...further: SyntaxExtension[]): Root {
  const extensions = [
    GFM_SYNTAX,
    ...(ASIDE_START.test(markdown) ? [ASIDE_SYNTAX] : []),
    ...further,
  ];
  return fromMarkdown(markdown, {
    extensions: extensions.map(({ syntax }) => syntax),
    mdastExtensions: extensions.flatMap(({ mdast }) => mdast),
  });
}

/** Turns all addresses in text into links, escaped or not, as GFM parsers do after parsing. */
export function linkAddresses(tree: Root): void {
  for (const { transforms } of gfmFromMarkdown()) {
    for (const transform of transforms ?? []) transform(tree);
  }
}

/** Returns the syntax of asides. All other directives are text. */
function containerDirective(): Extension {
  const flow = Object.entries(directive().flow ?? {});
  return {
    flow: Object.fromEntries(
      flow.map(([code, constructs]) => [
        code,
        [constructs ?? []]
          .flat()
          .filter(({ concrete }) => concrete)
          .map(onlyAsides),
      ]),
    ),
  };
}

/** Limits a container construct to asides. */
function onlyAsides(container: Construct): Construct {
  return {
    ...container,
    tokenize(effects, ok, nok) {
      const whole = container.tokenize.call(this, effects, ok, nok);
      return effects.check({ tokenize: asideName, partial: true }, whole, nok);
    },
  };
}

/** Checks whether colons and the name of an aside follow. */
function asideName(effects: Effects, ok: State, nok: State): State {
  let name = '';
  const inName: State = (code) => {
    if (code !== null && code > 0 && /[\w-]/.test(String.fromCharCode(code))) {
      name += String.fromCharCode(code);
      effects.consume(code);
      return inName;
    }
    effects.exit('data');
    return ASIDES.has(name) ? ok(code) : nok(code);
  };
  const colons: State = (code) => {
    if (code !== 58) return inName(code);
    effects.consume(code);
    return colons;
  };
  return (code) => {
    effects.enter('data');
    return colons(code);
  };
}
