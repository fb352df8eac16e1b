/** A real Starlight site: pages in, what a reader gets out. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Element, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { select, selectAll } from 'hast-util-select';
import { toText } from 'hast-util-to-text';
import { site } from './paths.ts';
import { fold } from './reader.ts';

const docs = `${site}/src/content/docs`;

/** Astro 7 runs on Node 22.12; the site brings a Node for those who have an older one. */
export function node(): string {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const new_enough = major > 22 || (major === 22 && minor >= 12);
  return new_enough ? process.execPath : `${site}/node_modules/node/bin/node`;
}

/**
 * Builds the site with these pages in a folder of its docs.
 *
 * @param pages texts by path, such as `a/b.md`
 * @returns the folder that holds the built pages
 */
export function buildSite(name: string, pages: Record<string, string>): string {
  const out = `${site}/dist/${name}`;
  rmSync(`${docs}/${name}`, { recursive: true, force: true });
  for (const [path, text] of Object.entries(pages)) {
    const file = join(docs, name, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  try {
    execFileSync(node(), [`${site}/node_modules/astro/bin/astro.mjs`, 'build'], {
      cwd: site,
      env: { ...process.env, SITE_OUT: out, ASTRO_TELEMETRY_DISABLED: '1', NODE_OPTIONS: '' },
      encoding: 'utf8',
    });
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    throw new Error(`The site does not build.\n${stdout}\n${stderr}`);
  } finally {
    rmSync(`${docs}/${name}`, { recursive: true, force: true });
  }
  return out;
}

export interface Built {
  tree: Root;
  /** The title that the reader sees. */
  title: string;
  /** All text below the title, white space folded. */
  text: string;
  headings: { level: number; id: string; text: string }[];
  links: { href: string; text: string }[];
}

/** A page of a built site, by its slug. */
export function builtPage(out: string, slug: string): Built {
  const tree = fromHtml(readFileSync(`${out}/${slug}/index.html`, 'utf8'));
  const content = select('.sl-markdown-content', tree) as Element;
  const headings = selectAll('h1, h2, h3, h4, h5, h6', content);
  return {
    tree,
    title: textOf(select('h1', tree) as Element),
    text: textOf(content),
    headings: headings.map((heading) => ({
      level: Number(heading.tagName[1]),
      id: String(heading.properties.id),
      text: textOf(heading),
    })),
    links: selectAll('a:not(.sl-anchor-link)', content).map((link) => ({
      href: String(link.properties.href),
      text: textOf(link),
    })),
  };
}

function textOf(element: Element): string {
  return fold(toText(element));
}
