/**
 * Reads the configuration of all-contributors.
 *
 * @see https://allcontributors.org/docs/en/bot/configuration
 */

import { inlineMarkdown, type TextPiece } from '../layouts/shared/inline-markdown.ts';
import { isSameUrl } from '../model/address.ts';
import { contributionWords } from '../model/contribution-words.ts';
import { handleUrl } from '../model/handle-url.ts';
import type { ImportedEntry, ImportedPage } from '../model/imported-page.ts';
import { personName } from '../model/person-text.ts';
import { SIZE_RANGE } from '../model/style.ts';
import type { Node } from '../source/nodes.ts';
import { compareNames } from '../text/compare-names.ts';
import type { Page, Person, Style } from '../types.ts';
import type { DataMap, DataReader } from './data-reader.ts';
import { personIds } from './people-ids.ts';

/** Settings for the commands and the table of all-contributors. */
const SETTINGS = new Set([
  ...['projectName', 'projectOwner', 'files', 'commit', 'commitConvention', 'commitType'],
  ...['commitTemplate', 'contributorsPerLine', 'badgeTemplate', 'contributorTemplate'],
  ...['wrapperTemplate', 'linkToUsage', 'skipCi', '$schema'],
]);

const READ = new Set([
  ...['contributors', 'contributorsSortAlphabetically', 'imageSize', 'repoHost', 'repoType'],
  'types',
]);

const PERSON_KEYS = new Set(['login', 'name', 'avatar_url', 'profile', 'contributions']);

/** A contributor, with the contributions as pieces of the description. */
interface Contributor {
  person: Person;
  pieces: TextPiece[];
}

export function readAllContributors(root: Node | undefined, reader: DataReader): ImportedPage {
  const config: DataMap = reader.map(root, 'a map with "contributors"') ?? new Map();
  const settings = new Map([...config].filter(([key]) => SETTINGS.has(key)));
  reader.leaveOutKeys(settings, new Set(), 'settings of all-contributors');
  reader.leaveOutKeys(config, new Set([...READ, ...SETTINGS]), 'unknown keys');
  const handles = readHandles(config, reader);
  const contributors = readContributors(root, config, handles, reader);
  const isSorted = reader.text(config.get('contributorsSortAlphabetically')) === 'true';
  if (isSorted) {
    contributors.sort((a, b) => compareNames(a.person.name ?? '', b.person.name ?? ''));
  }
  const size = readSize(config.get('imageSize'), reader);
  const style: Style = {
    layout: 'gallery',
    ...(size !== undefined && { size }),
    ...(isSorted && { sort: 'name' }),
  };
  const credits = contributors.map(({ person, pieces }): ImportedEntry => {
    const description = inlineMarkdown(pieces);
    const name = personName(person);
    return { name, person, ...(description !== undefined && { description }) };
  });
  const people = contributors.map(({ person }) => person);
  const ids = personIds(people);
  const section = {
    title: 'Contributors',
    credits: { credits, style, nodes: [] },
    sections: [],
  };
  return {
    title: 'Credits',
    comments: {},
    frontMatter: [],
    ...(handles && { handles }),
    people: new Map(ids.map((id, index) => [id, people[index] as Person])),
    sections: credits.length > 0 ? [section] : [],
  };
}

const HOSTS: Record<string, string> = {
  github: 'https://github.com',
  gitlab: 'https://gitlab.com',
  codeberg: 'https://codeberg.org',
};

function readHandles(config: DataMap, reader: DataReader): Page['handles'] {
  const type = (reader.text(config.get('repoType')) ?? 'github').toLowerCase();
  const written = reader.url(config.get('repoHost'), 'the "repoHost"')?.replace(/(?<!\/)\/+$/, '');
  const usual = Object.hasOwn(HOSTS, type) ? HOSTS[type] : undefined;
  const url = written ?? usual;
  if (url === undefined) {
    reader.leaveOut(`the "repoType" "${type}", whose profiles have no known URL`);
    return;
  }
  const [known] = Object.entries(HOSTS).find(([, host]) => isSameUrl(host, url)) ?? [];
  if (known !== undefined) return known as 'github';
  // GitHub Enterprise and Forgejo have the pictures there as well; GitLab has no such URL.
  const avatar = type === 'gitlab' ? {} : { avatar: `${url}/{handle}.png` };
  return { url: `${url}/{handle}`, ...avatar };
}

function readSize(node: Node | undefined, reader: DataReader): number | undefined {
  const text = reader.text(node, 'a number');
  if (text === undefined) return;
  const size = Math.round(Number.parseFloat(text));
  const { min, max } = SIZE_RANGE;
  if (size >= min && size <= max) return size;
  reader.leaveOut(`the "imageSize" "${text}", which is not a number from ${min} to ${max}`);
  return;
}

function readContributors(
  root: Node | undefined,
  config: DataMap,
  handles: Page['handles'],
  reader: DataReader,
): Contributor[] {
  const node = config.get('contributors');
  if (root?.kind === 'map' && !node) {
    const help = 'add contributors with all-contributors, or import the page that lists them';
    reader.missing(root, 'contributors', 'this file', { help });
  }
  const types = readTypes(config.get('types'), reader);
  const byLogin = new Map<string, Contributor>();
  const contributors: Contributor[] = [];
  for (const item of reader.list(node, 'a list of contributors')) {
    const contributor = readContributor(item, handles, types, reader);
    if (!contributor) continue;
    const login = contributor.person.handle?.toLowerCase();
    const first = login === undefined ? undefined : byLogin.get(login);
    if (first) mergeInto(first, contributor, reader);
    else contributors.push(contributor);
    if (login !== undefined && !first) byLogin.set(login, contributor);
  }
  return contributors;
}

/** Adds the contributions of a second entry with the same login. */
function mergeInto(first: Contributor, { pieces }: Contributor, reader: DataReader): void {
  const { handle } = first.person;
  reader.leaveOut(`a second entry of "${handle}", whose contributions were added to the first`);
  const isNew = ({ text, url }: TextPiece) =>
    !first.pieces.some((piece) => piece.text === text && piece.url === url);
  first.pieces.push(...pieces.filter(isNew));
}

function readContributor(
  node: Node,
  handles: Page['handles'],
  types: ReadonlyMap<string, string>,
  reader: DataReader,
): Contributor | undefined {
  const keys = reader.map(node, 'a contributor', 'write a map with a "login" or a "name"');
  if (!keys) return;
  reader.leaveOutKeys(keys, PERSON_KEYS, 'unknown keys of contributors');
  const handle = reader.text(keys.get('login'))?.replace(/^@\s*/, '') || undefined;
  const name = reader.text(keys.get('name'));
  if (handle === undefined && name === undefined) {
    return reader.missing(node, 'login', 'a contributor', { or: 'name' });
  }
  const shown = name ?? handle;
  const profile = reader.url(keys.get('profile'), `the profile of ${shown}`);
  const image = reader.url(keys.get('avatar_url'), `the picture of ${shown}`);
  const linked = handleUrl(handle, handles);
  const isLinked = profile !== undefined && linked !== undefined && isSameUrl(profile, linked);
  const person: Person = {
    ...(name !== undefined && { name }),
    ...(handle !== undefined && { handle }),
    ...(profile !== undefined && !isLinked && { url: profile }),
    ...(image !== undefined && { image: { src: image } }),
  };
  const pieces = reader
    .list(keys.get('contributions'), 'a list of contributions')
    .flatMap((item) => readContribution(item, `${shown}`, types, reader) ?? []);
  return { person, pieces };
}

/** Reads a contribution: a type, or a map with a type and a URL. */
function readContribution(
  node: Node,
  who: string,
  types: ReadonlyMap<string, string>,
  reader: DataReader,
): TextPiece | undefined {
  const keys = node.kind === 'scalar' ? undefined : reader.map(node, 'a type of contribution');
  if (node.kind !== 'scalar' && !keys) return;
  const typeNode = keys ? keys.get('type') : node;
  if (!typeNode) return reader.missing(node, 'type', 'a contribution');
  const type = reader.text(typeNode);
  if (type === undefined) return;
  const url = reader.url(keys?.get('url'), `the URL of a contribution of ${who}`);
  return { text: contributionWords(type, types.get(type)), url };
}

/** Returns the descriptions of custom types. Their symbols and templates are left out. */
function readTypes(node: Node | undefined, reader: DataReader): Map<string, string> {
  const descriptions = new Map<string, string>();
  const types = node ? reader.map(node, 'a map of types') : undefined;
  for (const [type, value] of types ?? []) {
    const keys = reader.map(value, 'a type', 'write a map with a "symbol" and a "description"');
    const description = reader.text(keys?.get('description'));
    if (description !== undefined) descriptions.set(type, description);
    if (keys?.has('symbol')) reader.leaveOut('the symbols of types of contributions');
    if (keys?.has('link')) reader.leaveOut('the links of types of contributions');
  }
  return descriptions;
}
