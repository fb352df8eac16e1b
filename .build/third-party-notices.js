/** Collects the licenses of bundled packages, which must be distributed with their code. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** Licenses that only require that their text is distributed. */
const EXPECTED = new Set(['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'Apache-2.0']);

/** The virtual module with the helpers of the bundler. */
const RUNTIME = '\0rolldown/runtime.js';

/** Licenses of lists, whose packages only name them. */
const NAMED = {
  'CC0-1.0': 'https://creativecommons.org/publicdomain/zero/1.0/',
  'CC-BY-3.0': 'https://creativecommons.org/licenses/by/3.0/',
};

const INTRODUCTION = `starlight-credits is a bundle that contains code of the packages below. Each of them has its own
license.`;

/** A plugin for Rolldown that writes the notices of a bundle to a file. */
export const thirdPartyNotices = (fileName) => ({
  name: 'third-party-notices',
  writeBundle(_, bundle) {
    const modules = Object.values(bundle).flatMap((output) =>
      output.type === 'chunk' ? output.moduleIds : [],
    );
    writeFileSync(fileName, noticesOf(modules));
  },
});

/**
 * Returns the notices of the packages that bundled modules belong to.
 *
 * @param {Iterable<string>} modules paths of bundled modules
 * @throws {Error} if the license of a package is missing or unexpected
 */
export function noticesOf(modules) {
  const folders = new Set();
  for (const id of modules) {
    const folder = id === RUNTIME ? 'node_modules/rolldown' : packageOf(id);
    if (folder) folders.add(folder);
  }
  const notices = [...folders].map(noticeOf);
  const packages = [...new Map(notices.map((notice) => [notice.title, notice])).values()].sort(
    (a, b) => (a.title < b.title ? -1 : 1),
  );
  const groups = groupBy(packages, ({ terms }) => termsKey(terms));
  const texts = [...groups.values()].map((group) => {
    const holders = [...groupBy(group, ({ copyright }) => copyright.join('\n'))].map(
      ([copyright, packages]) =>
        [...packages.map(({ title, license }) => `${title} (${license})`), copyright]
          .join('\n')
          .trim(),
    );
    return [...holders, group[0].terms].filter(Boolean).join('\n\n');
  });
  return `${[INTRODUCTION, ...texts].join(`\n\n${'-'.repeat(80)}\n\n`)}\n`;
}

/** Like `Map.groupBy`, which Node 20 lacks. */
function groupBy(items, keyOf) {
  const groups = new Map();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}

/** Licenses are the same if they only differ in white space and case. */
function termsKey(terms) {
  return terms.replace(/\s+/g, ' ').toLowerCase();
}

/** Returns the folder of the package that a module belongs to, or `undefined` if it is our own. */
function packageOf(id) {
  const [path] = id.split('?');
  if (!path.replaceAll('\\', '/').includes('/node_modules/')) return;
  let folder = dirname(path);
  while (!isPackage(folder)) folder = dirname(folder);
  return folder;
}

/** Whether a folder is that of a package. Some of its subfolders may have a `package.json` without a name. */
function isPackage(folder) {
  const path = join(folder, 'package.json');
  return existsSync(path) && JSON.parse(readFileSync(path, 'utf8')).name !== undefined;
}

function noticeOf(folder) {
  const { name, version, license, author } = JSON.parse(
    readFileSync(join(folder, 'package.json'), 'utf8'),
  );
  const title = `${name} ${version}`;
  if (Object.hasOwn(NAMED, license)) {
    const holder = author?.name ?? author;
    return { title, license, copyright: holder ? [`by ${holder}`] : [], terms: NAMED[license] };
  }
  if (!EXPECTED.has(license)) throw new Error(`${title} has an unexpected license: ${license}`);
  const file = readdirSync(folder).find((entry) => /^(?:licen[cs]e|copying)\b/i.test(entry));
  if (!file) throw new Error(`${title} has no license file in ${basename(folder)}`);
  const lines = readFileSync(join(folder, file), 'utf8').trim().split(/\r?\n/);
  const isCopyright = (line) => /^\s*(?:copyright (?!notice|holder)|\(c\))/i.test(line);
  const isTitle = (line) => /^\W*(?:the )?(?:mit|isc) licen[cs]e\W*(?:\(mit\))?\W*$/i.test(line);
  const terms = lines
    .filter((line) => !isCopyright(line) && !isTitle(line))
    .join('\n')
    .trim();
  return { title, license, copyright: lines.filter(isCopyright).map((line) => line.trim()), terms };
}
