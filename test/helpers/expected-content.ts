/** The content that the page of a source must show. */
import type { Flavor } from '../../src/index.ts';
import {
  COLUMNS,
  hrefOf,
  type Source,
  type SourceColumn,
  type SourceCredit,
  type SourceEntry,
  type SourcePerson,
  type SourceSection,
  type SourceStyle,
} from './arbitraries.ts';
import { fold, type VisibleContent } from './visible-content.ts';

type Wanted = Pick<VisibleContent, 'blocks' | 'links' | 'images'>;

const LABELS = {
  image: 'Image',
  name: 'Name',
  by: 'By',
  description: 'Description',
  version: 'Version',
  license: 'License',
  links: 'Links',
};

export function expectedContent(page: Source, flavor: Flavor = 'starlight'): Wanted {
  const seen: Wanted = { blocks: [], links: [], images: [] };
  const addContent = (section: SourceSection, level: number, inherited: SourceStyle): void => {
    const { credits = [], sections = [], style: own } = section;
    const labels = { ...inherited.labels, ...own?.labels };
    const style = { ...inherited, ...own, labels };
    if (credits.length > 0) addCredits(seen, ordered(credits, style), style, page.handles, flavor);
    for (const inner of sections) {
      if (inner.title !== undefined) {
        seen.blocks.push({ kind: `h${level}`, text: fold(inner.title) });
      }
      addContent(inner, inner.title === undefined ? level : level + 1, style);
    }
  };
  addContent(page, 2, { layout: 'list', by: 'by', and: 'and', labels: LABELS });
  return seen;
}

/** Credits in order, nested credits after their parent. */
function ordered(credits: SourceCredit[], style: SourceStyle): SourceCredit[] {
  const all = style.sort === 'name' ? byName(credits) : credits;
  return all.flatMap((credit) =>
    typeof credit === 'string' ? credit : [credit, ...ordered(credit.credits ?? [], style)],
  );
}

function byName(credits: SourceCredit[]): SourceCredit[] {
  const nameOf = (credit: SourceCredit) =>
    fold(typeof credit === 'string' ? credit : nameIn(credit));
  const bare = (name: string) => name.normalize('NFKD').replace(/\p{M}/gu, '');
  // UTF-8 bytes have the order of code points.
  const bytes = (name: string) => Buffer.from(name);
  const key = (credit: SourceCredit) => bytes(bare(nameOf(credit)).toUpperCase().toLowerCase());
  return credits.toSorted(
    (a, b) => key(a).compare(key(b)) || bytes(nameOf(a)).compare(bytes(nameOf(b))),
  );
}

/** Returns the name of a credit, or the handle of a person without a name. */
function nameIn({ name, person }: SourceEntry): string {
  return name ?? person?.name ?? `@${fold(person?.handle ?? '')}`;
}

/** What a handle can be on a forge. */
const FORGES: Record<string, [url: string, handle: RegExp]> = {
  github: ['https://github.com/', /^[a-z0-9][\w-]{0,38}$/i],
  gitlab: ['https://gitlab.com/', /^\w[\w.-]{0,254}$/],
  codeberg: ['https://codeberg.org/', /^\w[\w.-]{0,39}$/],
};

/** Returns the URL of a handle, if it is a link. */
function profileOf(handle: string | undefined, handles: Source['handles']): string | undefined {
  if (handle === undefined || !handles) return;
  const folded = fold(handle);
  if (typeof handles === 'object') {
    const isPath = /^\S+$/.test(folded) && folded !== '.' && folded !== '..';
    return isPath ? handles.url.split('{handle}').join(encodeURIComponent(folded)) : undefined;
  }
  const [url, pattern] = FORGES[handles] ?? [];
  return pattern?.test(folded) ? `${url}${folded}` : undefined;
}

function addCredits(
  seen: Wanted,
  credits: SourceCredit[],
  style: SourceStyle,
  handles: Source['handles'],
  flavor: Flavor,
): void {
  const add = (kind: string, text: string) => seen.blocks.push({ kind, text: fold(text) });
  const link = (label: string, target?: string): string => {
    if (target !== undefined) seen.links.push({ href: hrefOf(target), text: fold(label) });
    return label;
  };
  const image = ({ image: of }: SourceEntry, name = '') => {
    if (of && flavor === 'github' && (name || of.dark !== undefined)) {
      if (of.dark !== undefined) {
        seen.images.push({ src: hrefOf(of.dark).replace(/^,|,$/g, '%2C'), alt: '' });
      }
      seen.images.push({ src: hrefOf(of.src ?? of.light ?? ''), alt: fold(of.alt ?? name) });
      return '';
    }
    for (const src of [of?.src, of?.light, of?.dark]) {
      if (src !== undefined) seen.images.push({ src: hrefOf(src), alt: fold(of?.alt ?? '') });
    }
    return '';
  };
  const links = (credit: SourceEntry) =>
    (credit.links ?? []).map(({ label, url }) => fold(link(label, url))).join(', ');
  const people = (credit: SourceEntry) =>
    joined(
      (credit.by ?? []).map((person) => personText(person, link, handles)),
      style.and,
    );
  const urlOf = ({ url, person }: SourceEntry) =>
    url ?? person?.url ?? (person && !person.name ? profileOf(person.handle, handles) : undefined);
  const isLinkWithText = (credit: SourceEntry) =>
    urlOf(credit) !== undefined &&
    !credit.image &&
    !credit.links?.length &&
    !(credit.by ?? []).some(({ url, handle: at }) => url ?? profileOf(at, handles)) &&
    !(credit.person?.name !== undefined && profileOf(credit.person.handle, handles));
  const handle = ({ person }: SourceEntry) => {
    if (person?.name === undefined || person.handle === undefined) return '';
    return link(`@${fold(person.handle)}`, profileOf(person.handle, handles));
  };
  const name = (credit: SourceEntry) => {
    const at = handle(credit);
    return `${fold(link(nameIn(credit), urlOf(credit)))}${at && ` (${at})`}`;
  };
  const details = (credit: SourceEntry) => {
    const by = people(credit);
    const further = links(credit);
    const parts = [
      credit.version,
      by && `${style.by} ${by}`,
      credit.license && `(${fold(credit.license)})`,
      further && `(${further})`,
    ];
    return parts.filter(Boolean).join(' ');
  };

  const addRows = (entries: SourceEntry[]) => {
    const pictured = entries.filter((credit) => credit.image);
    const texts = pictured.map((credit) => {
      const url = urlOf(credit) ?? profileOf(credit.person?.handle, handles);
      if (url !== undefined) link('', url);
      return image(credit, nameIn(credit));
    });
    const [first] = pictured;
    const isHtml =
      first?.image?.src !== undefined &&
      (urlOf(first) ?? profileOf(first.person?.handle, handles)) === undefined;
    if (first && !isHtml) add('p', texts.join(' '));
    for (const credit of entries) if (!credit.image) add('li', name(credit));
  };

  switch (style.layout) {
    case 'names': {
      const all = credits.map((credit) => fold(typeof credit === 'string' ? credit : name(credit)));
      return void add('p', all.join(', '));
    }
    case 'table': {
      const columns = style.columns ?? COLUMNS.filter((column) => isUsed(column, credits));
      for (const column of columns) add('th', style.labels?.[column] ?? '');
      const texts = (['name', 'description'] as const).find((name) => columns.includes(name));
      for (const credit of credits) {
        for (const column of columns) {
          if (typeof credit === 'string') add('td', column === (texts ?? columns[0]) ? credit : '');
          else if (column === 'image') add('td', image(credit));
          else if (column === 'name') add('td', name(credit));
          else if (column === 'by') add('td', people(credit));
          else if (column === 'links') add('td', links(credit));
          else add('td', column === 'description' ? '' : (credit[column] ?? ''));
        }
      }
      return;
    }
    case 'cards': {
      const areLinks = credits.every(
        (credit) => typeof credit === 'string' || isLinkWithText(credit),
      );
      for (const credit of credits) {
        if (typeof credit === 'string') {
          add('p', credit);
          continue;
        }
        add('title', link(nameIn(credit), urlOf(credit)));
        image(credit);
        const by = people(credit);
        const facts = [
          handle(credit),
          by && `${style.by} ${by}`,
          fold(credit.version ?? ''),
          fold(credit.license ?? ''),
        ];
        const shown = facts.filter(Boolean).join(' · ');
        // MDX does not wrap elements that are alone on a line.
        if (shown && areLinks) add('description', shown);
        if (shown) add('small', shown);
        if (credit.links?.length) add('p', links(credit));
      }
      return;
    }
    case 'gallery':
      if (flavor === 'github') addRows(credits.filter((credit) => typeof credit !== 'string'));
      for (const credit of flavor === 'github' ? [] : credits) {
        if (typeof credit === 'string') continue;
        add('li', name(credit));
        image(credit);
      }
      for (const credit of credits) if (typeof credit === 'string') add('li', credit);
      return;
    default:
      for (const credit of credits) {
        if (typeof credit === 'string') add('li', credit);
        else add('li', `${name(credit)} ${details(credit)}`);
      }
  }
}

function personText(
  { name, handle, url }: SourcePerson,
  link: Link,
  handles: Source['handles'],
): string {
  const at = handle === undefined ? undefined : `@${fold(handle)}`;
  const profile = profileOf(handle, handles);
  if (name === undefined) return fold(link(String(at), url ?? profile));
  const called = fold(link(name, url));
  return at ? `${called} (${link(at, profile)})` : called;
}

type Link = (label: string, target?: string) => string;

function joined(people: string[], and = 'and'): string {
  const last = people.at(-1) ?? '';
  const rest = people.slice(0, -1).join(', ');
  return rest ? `${rest} ${and} ${last}` : last;
}

function isUsed(column: SourceColumn, credits: SourceCredit[]): boolean {
  return credits.some((credit) => {
    if (column === 'name') return true;
    if (typeof credit === 'string' || column === 'description') return false;
    const value = credit[column];
    return Array.isArray(value) ? value.length > 0 : value !== undefined;
  });
}
