/** The Markdown parser of fields. */
import type { Root } from 'mdast';
import { directiveFromMarkdown } from 'mdast-util-directive';
import { fromMarkdown, type Extension as MdastExtension } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { mdxFromMarkdown } from 'mdast-util-mdx';
import { directive } from 'micromark-extension-directive';
import { gfm } from 'micromark-extension-gfm';
import { mdxjs } from 'micromark-extension-mdxjs';
import type { Construct, Effects, Extension, State } from 'micromark-util-types';
import type { Format } from '../schema/output-shape.ts';
import { once } from './once.ts';

/** What Markdown means on a page. */
export interface Dialect {
  format: Format;
  /** Whether raw HTML, and in `.mdx` JSX, expressions and ESM, are meant as such. */
  html: boolean;
}

/** The asides of Starlight. */
const ASIDES = new Set(['note', 'tip', 'caution', 'danger']);

/** Where one may start. */
const ASIDE = /^[ \t>]*:{3,}(?:note|tip|caution|danger)/m;

/**
 * Parses GitHub-flavoured Markdown with Starlight's asides, or MDX where the fields are that.
 *
 * @throws {VFileMessage} where MDX is not well-formed
 */
export function fromFieldMarkdown(markdown: string, { format, html }: Dialect): Root {
  const extensions = [github()];
  if (ASIDE.test(markdown)) extensions.push(asides());
  if (html && format === 'mdx') extensions.push(mdx());
  return fromMarkdown(markdown, {
    extensions: extensions.map(({ syntax }) => syntax),
    mdastExtensions: extensions.flatMap(({ mdast }) => mdast),
  });
}

/** Syntax, and what it becomes. */
interface Language {
  syntax: Extension;
  mdast: (MdastExtension | MdastExtension[])[];
}

const github = once(
  (): Language => ({
    syntax: gfm(),
    // An address that was escaped is to stay so: see `linkAddresses`.
    mdast: gfmFromMarkdown().map(({ transforms, ...extension }) => extension),
  }),
);

/** Makes links of all addresses in text, escaped or not, as the parsers of sites do in the end. */
export function linkAddresses(tree: Root): void {
  for (const { transforms } of gfmFromMarkdown()) {
    for (const transform of transforms ?? []) transform(tree);
  }
}

const asides = once(
  (): Language => ({
    syntax: containerDirective(),
    mdast: [directiveFromMarkdown()],
  }),
);

const mdx = once(
  (): Language => ({
    syntax: mdxjs(),
    mdast: mdxFromMarkdown(),
  }),
);

/** The syntax of asides alone: any other colons are text. */
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

/** A construct of containers, for those that are asides. */
function onlyAsides(container: Construct): Construct {
  return {
    ...container,
    tokenize(effects, ok, nok) {
      const whole = container.tokenize.call(this, effects, ok, nok);
      return effects.check({ tokenize: asideName, partial: true }, whole, nok);
    },
  };
}

/** Looks whether what follows is colons and the name of an aside. */
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
