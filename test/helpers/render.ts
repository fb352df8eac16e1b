/**
 * Renders a page with the parsers of Starlight sites: Sätteri with the options of Astro 7 and Starlight
 * 0.42, and micromark, which older versions use.
 */
import { pathToFileURL } from 'node:url';
import { evaluate } from '@mdx-js/mdx';
import type { Element, ElementContent, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import type { Root as MdastRoot } from 'mdast';
import rehypeRaw from 'rehype-raw';
import remarkDirective from 'remark-directive';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import type { Format } from '../../src/index.ts';
import { components, IMPORT } from './components.ts';
import { site } from './paths.ts';

export type Engine = 'satteri' | 'micromark';

const load = (path: string) =>
  import(/* @vite-ignore */ pathToFileURL(`${site}/node_modules/${path}`).href);

const { markdownToHtml, mdxToJs } = await load('satteri/dist/index.js');
const { satteriDirectivesRestoration } = await load(
  '@astrojs/starlight/dist/integrations/satteri.js',
);
const { remarkDirectivesRestoration } = await load(
  '@astrojs/starlight/dist/integrations/remark-asides.js',
);

interface RenderOptions {
  /** Whether quotes, dashes and dots become typographic, as an option of Astro does. */
  smart?: boolean;
}

/** Renders a page with front matter. Throws if a site with this page could not be built. */
export async function render(
  text: string,
  format: Format,
  engine: Engine,
  { smart = false }: RenderOptions = {},
): Promise<Root> {
  const body = text.replace(/^---\n.*?\n---\n/s, '').replace(IMPORT, '');
  if (engine === 'satteri') {
    const options = {
      features: { gfm: true, directive: true, smartPunctuation: smart, frontmatter: true },
      mdastPlugins: [satteriDirectivesRestoration()],
    };
    // Astro trims the body of an .md page, but not of an .mdx page.
    if (format === 'md')
      return fromHtml(markdownToHtml(body.trim(), options).html, { fragment: true });
    const { code } = mdxToJs(body, { ...options, jsxImportSource: 'runtime' });
    return runModule(code);
  }
  if (format === 'mdx') {
    const { default: Content } = await evaluate(body, {
      ...runtime,
      remarkPlugins: [remarkGfm, remarkDirective, remarkDirectivesRestoration],
    });
    return toRoot(Content({ components: components as never }) as unknown as Node);
  }
  const processor = unified()
    .use(remarkParse)
    .use(remarkGfm)
    .use(remarkDirective)
    .use(remarkDirectivesRestoration)
    .use(remarkRehype, { allowDangerousHtml: true })
    .use(rehypeRaw);
  const tree = processor.parse(body.trim()) as MdastRoot;
  return (await processor.run(tree)) as Root;
}

/** A JSX runtime that creates hast. */
type Node = ElementContent | string | number | null | undefined | Node[] | Root;

const runtime = {
  Fragment: ({ children }: { children?: Node }) => children,
  jsx,
  jsxs: jsx,
};

function jsx(type: unknown, { children, ...properties }: Record<string, Node>): Node {
  if (typeof type === 'function') return type({ children, ...properties });
  return {
    type: 'element',
    tagName: String(type),
    properties: properties as Element['properties'],
    children: toRoot(children).children as ElementContent[],
  };
}

function toRoot(node: Node): Root {
  const children: ElementContent[] = [];
  const add = (item: Node): void => {
    if (Array.isArray(item)) item.forEach(add);
    else if (typeof item === 'string' || typeof item === 'number') {
      children.push({ type: 'text', value: String(item) });
    } else if (item && typeof item === 'object') {
      if (item.type === 'root') for (const child of item.children) add(child as ElementContent);
      else children.push(item);
    }
  };
  add(node);
  return { type: 'root', children };
}

/** Runs a module that Sätteri compiled from MDX. */
function runModule(code: string): Root {
  const body = code
    .replace(
      /^import \{(.*?)\} from ["']runtime\/jsx(?:-dev)?-runtime["'];?$/gm,
      (_, names: string) => `const {${names.replaceAll(' as ', ': ')}} = runtime;`,
    )
    .replace(/^export default (?:function )?/m, (found) =>
      found.includes('function') ? 'exports.default = function ' : 'exports.default = ',
    )
    .replace(/^export (?=const|let|function)/gm, '');
  const exports: { default?: (props: object) => Node } = {};
  new Function('runtime', 'exports', body)(runtime, exports);
  return toRoot(exports.default?.({ components }));
}
