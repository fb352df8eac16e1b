import type { VFile } from 'vfile';
import { location } from 'vfile-location';
import type { Args, Code } from '../../diagnostics/codes.ts';
import { levelIn } from '../../diagnostics/report.ts';
import type { YamlEdit } from '../../edit/edit-yaml.ts';
import { keepsSite } from '../../links/keeps-site.ts';
import { withoutFragment } from '../../links/link-outcome.ts';
import { nodePaths } from '../../lint/node-paths.ts';
import type { Node } from '../../source/nodes.ts';
import type { Range } from '../../text/range.ts';
import type { SourceContent } from '../check-source-file.ts';
import { type PlaceToCheck, placesToCheck } from '../data/urls-to-check.ts';
import { linkEdits } from './link-edits.ts';
import type { LinkReport } from './link-report.ts';
import type { LinkCounts } from './lint-summary.ts';

/** The places in sources with a URL, by URL; see `linkKey`. */
export type LinkPlaces = ReadonlyMap<string, readonly LinkPlace[]>;

interface LinkPlace extends PlaceToCheck {
  content: SourceContent;
}

/** A link that is dead or has moved, at the first of its places. */
export type LinkFinding = {
  [C in 'link-dead' | 'link-moved']: {
    file: VFile;
    code: C;
    range: Range;
    args: Args<C>;
    /** The edits of all places in the file. */
    edits?: readonly YamlEdit[];
  };
}['link-dead' | 'link-moved'];

/** Returns the places in sources that a link checker may have checked. */
export async function linkPlaces(sources: readonly SourceContent[]): Promise<LinkPlaces> {
  const places = new Map<string, LinkPlace[]>();
  for (const content of sources) {
    for (const place of await placesToCheck(content)) {
      const key = withoutFragment(place.href);
      const known = places.get(key) ?? [];
      places.set(key, known);
      known.push({ ...place, content });
    }
  }
  return places;
}

/** Returns what a report says about places, without what their sources silence. */
export function linkFindings(places: LinkPlaces, report: LinkReport): LinkFinding[] {
  const lineOf = lineFinder();
  const pathsIn = new Map<SourceContent, ReturnType<typeof nodePaths>>();
  return [...places].flatMap(([url, all]): LinkFinding[] => {
    const code = codeOf(url, report);
    const shown = code ? withoutSilenced(code, all) : [];
    const [first, ...later] = shown;
    if (!first) return [];
    const { content, range } = first;
    const { file } = content;
    const others = new Set(
      later.map((place) => {
        const line = lineOf(place);
        return place.content === content ? `line ${line}` : `${place.content.file.path}:${line}`;
      }),
    );
    others.delete(`line ${lineOf(first)}`);
    const outcome = report.outcomes.get(url);
    if (outcome?.type !== 'moved') {
      const moved = report.movedBefore(url);
      const status = outcome?.type === 'dead' ? outcome.status : undefined;
      const args = {
        ...{ url, others: [...others] },
        ...(status !== undefined && { status }),
        ...(moved !== undefined && { moved }),
      };
      return [{ file, code: 'link-dead', range, args }];
    }
    const isSafe = keepsSite(url, outcome.to);
    const args = { url, to: outcome.to, others: [...others], isSafe };
    const pathOf = pathsIn.get(content) ?? nodePaths(content.read.root as Node);
    pathsIn.set(content, pathOf);
    const edits = shown.flatMap((place) =>
      isSafe && place.content === content
        ? linkEdits(place, outcome.to, { text: content.read.text, pathOf })
        : [],
    );
    return [{ file, code: 'link-moved', range, args, ...(edits.length > 0 && { edits }) }];
  });
}

/** Returns what to report about a URL, if anything. */
function codeOf(url: string, { outcomes, isDead }: LinkReport): LinkFinding['code'] | undefined {
  const type = outcomes.get(url)?.type;
  if (type === 'moved') return 'link-moved';
  return type === 'dead' && isDead(url) ? 'link-dead' : undefined;
}

function withoutSilenced(code: Code, places: readonly LinkPlace[]): LinkPlace[] {
  return places.filter(({ content, range }) => levelIn(content.file, code, range) !== 'off');
}

/**
 * Makes comments count as used if they ignore links of which a report does not say that they work: the next
 * one may say that they are dead.
 */
export function useLinkIgnores(places: LinkPlaces, { outcomes }: LinkReport): void {
  for (const [url, all] of places) {
    const type = outcomes.get(url)?.type;
    if (type === 'ok') continue;
    withoutSilenced('link-dead', type === 'moved' ? [] : all);
    withoutSilenced('link-moved', all);
  }
}

/** Counts links that do not work for the checker but are not findings. */
export function countLinks(places: LinkPlaces, { outcomes, isDead }: LinkReport): LinkCounts {
  const counts = { blocked: 0, unreachable: 0, failedOnce: 0 };
  for (const url of places.keys()) {
    const type = outcomes.get(url)?.type;
    if (type === 'blocked' || type === 'unreachable') counts[type] += 1;
    else if (type === 'dead' && !isDead(url)) counts.failedOnce += 1;
  }
  return counts;
}

function lineFinder(): (place: LinkPlace) => number {
  const locations = new Map<VFile, ReturnType<typeof location>>();
  return ({ content: { file }, range }) => {
    const known = locations.get(file) ?? location(file);
    locations.set(file, known);
    return known.toPoint(range.start)?.line ?? 1;
  };
}
