/** Builds real Starlight sites and reads their pages. */
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Element, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { select, selectAll } from 'hast-util-select';
import { toText } from 'hast-util-to-text';
import { site } from './paths.ts';
import { fold } from './visible-content.ts';

/** Returns the path of Astro's command in a folder where it is installed. */
export function astroIn(base: string): string {
  // Astro 5 has another name for it.
  const names = ['bin/astro.mjs', 'astro.js'].map((name) => `${base}/node_modules/astro/${name}`);
  return names.find(existsSync) as string;
}

/** Returns the path of a version of Node that Astro 7 supports: the current one, or that of the site. */
export function node(): string {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const isSupported = major > 22 || (major === 22 && minor >= 12);
  return isSupported ? process.execPath : `${site}/node_modules/node/bin/node`;
}

/**
 * Creates a site below the folder in which Astro and Starlight are installed. Concurrent builds need
 * separate folders, as Astro caches the content of a site in its folder.
 *
 * @param name the name of the folder, which is replaced
 * @param files the contents of files by their paths, such as `src/content/docs/a.md`
 * @param base the folder in which they are installed
 * @returns the path of the folder
 */
export function siteOf(
  name: string,
  files: Record<string, string | Uint8Array>,
  base: string = site,
): string {
  const folder = `${base}/own-${name}`;
  rmSync(folder, { recursive: true, force: true });
  cpSync(`${site}/src`, `${folder}/src`, { recursive: true });
  cpSync(`${site}/astro.config.mjs`, `${folder}/astro.config.mjs`);
  for (const [path, text] of Object.entries(files)) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return folder;
}

/**
 * Builds the site in a folder.
 *
 * @param base the folder in which Astro is installed
 * @returns the path of the folder with the built pages
 */
export function build(folder: string, base: string = site): string {
  try {
    execFileSync(node(), [astroIn(base), 'build'], {
      cwd: folder,
      env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', NODE_OPTIONS: '' },
      encoding: 'utf8',
    });
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    throw new Error(`The site could not be built.\n${stdout}\n${stderr}`);
  }
  return `${folder}/dist`;
}

/**
 * Builds a site with these pages in its docs.
 *
 * @param name the name of the folder of the site, and of the folder of the pages in its docs
 * @param pages the contents of pages and pictures by their paths, such as `a/b.md`
 * @returns the path of the folder with the built pages
 */
export function buildSite(name: string, pages: Record<string, string | Uint8Array>): string {
  const files = Object.entries(pages).map(([path, text]) => [
    `src/content/docs/${name}/${path}`,
    text,
  ]);
  return build(siteOf(name, Object.fromEntries(files)));
}

export interface Built {
  tree: Root;
  /** The visible title. */
  title: string;
  /** The text below the title, with white space collapsed. */
  text: string;
  headings: { level: number; id: string; text: string }[];
  links: { href: string; text: string }[];
}

/** Reads a page of a built site, given its slug. */
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
