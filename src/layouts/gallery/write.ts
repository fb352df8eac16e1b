import type { Html, Link, List, PhrasingContent, RootContent } from 'mdast';
import { flattenCredits } from '../../model/walk-sections.ts';
import type { Markdown, NestedEntry } from '../../types.ts';
import type { WriteContext, WriteLayout } from '../layout.ts';
import { lineOfPieces } from '../shared/line-of-pieces.ts';
import { joinPieces, type Piece, phrasingOf } from '../shared/pieces.ts';
import { imageNodes } from '../shared/write-image.ts';
import { namePieces } from '../shared/write-parts.ts';
import { galleryAttributes } from './attributes.ts';
import { isPictured, writeRows } from './write-rows.ts';

/**
 * Writes a list in a `div`, which the style sheet shows as a grid, with the picture of each credit before
 * its name. GitHub has no style sheet: there, it is rows of pictures, and a list of the names of credits
 * without one. String credits follow in a list.
 */
export const writeGallery: WriteLayout = (credits, context) => {
  const all = flattenCredits(credits);
  const entries = all.filter((credit) => !('markdown' in credit)) as NestedEntry[];
  const strings = all.filter((credit) => 'markdown' in credit) as Markdown[];
  const lines = strings.map((field) => context.fields.phrasing(field));
  if (context.flavor !== 'github') {
    return [...(entries.length > 0 ? gallery(entries, context) : []), ...listOf(lines)];
  }
  const pictured = entries.filter(isPictured);
  const names = entries
    .filter((entry) => !isPictured(entry))
    .map((entry) => lineOfPieces(context, namePieces(entry, context.handles, { bold: false })));
  return [
    ...(pictured.length > 0 ? [writeRows(pictured, context)] : []),
    ...listOf([...names, ...lines]),
  ];
};

function listOf(lines: readonly PhrasingContent[][]): List[] {
  return lines.length > 0 ? [tightList(lines)] : [];
}

/** Returns the list and the `div`. In Markdown, the tags are HTML between which Markdown is parsed. */
function gallery(entries: readonly NestedEntry[], context: WriteContext): RootContent[] {
  const isPeople = entries.every(({ person }) => person);
  const attributes = galleryAttributes({ size: context.style.size, isPeople });
  const list = tightList(entries.map((entry) => itemContent(entry, context)));
  if (context.format === 'md') {
    const written = Object.entries(attributes).map(([name, value]) => ` ${name}="${value}"`);
    return [html(`<div${written.join('')}>`), list, html('</div>')];
  }
  return [
    {
      type: 'mdxJsxFlowElement',
      name: 'div',
      attributes: Object.entries(attributes).map(([name, value]) => ({
        type: 'mdxJsxAttribute',
        name,
        value,
      })),
      children: [list],
    },
  ];
}

function html(value: string): Html {
  return { type: 'html', value };
}

/** Returns `[![alt](src) Name](url) description`. */
function itemContent(credit: NestedEntry, context: WriteContext): PhrasingContent[] {
  const [name, ...handle] = namePieces(credit, context.handles, { bold: false });
  const { image, description } = credit;
  const pictures = image ? imageNodes(image, context) : [];
  const withPictures = (...label: Piece[]) =>
    phrasingOf(joinPieces([...pictures.map((picture) => [picture]), label], ' '));
  const after = [...handle, ...(description ? [' ', ...context.fields.phrasing(description)] : [])];
  if (typeof name === 'object' && name.type === 'link') {
    return lineOfPieces(
      context,
      { ...name, children: withPictures(...name.children) as Link['children'] },
      after,
    );
  }
  // Nothing but strong text would separate the name from what follows.
  const isStrong = context.style.bold && after.length > 0;
  const label: Piece = isStrong ? { type: 'strong', children: phrasingOf(name) } : name;
  return lineOfPieces(context, withPictures(label), after);
}

function tightList(lines: readonly PhrasingContent[][]): List {
  return {
    type: 'list',
    ordered: false,
    spread: false,
    children: lines.map((children) => ({
      type: 'listItem',
      spread: false,
      children: [{ type: 'paragraph', children }],
    })),
  };
}
