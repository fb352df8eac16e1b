import type { Html, Paragraph } from 'mdast';
import { handleUrl } from '../../model/handle-url.ts';
import { percentEncode } from '../../text/percent-encode.ts';
import type { NestedEntry } from '../../types.ts';
import type { WriteContext } from '../layout.ts';
import { type Piece, phrasingOf } from '../shared/pieces.ts';
import { htmlTag, imageHtml } from '../shared/write-image.ts';
import { creditUrl, namePieces } from '../shared/write-parts.ts';

/** Writes a line for each credit: its linked picture, or its linked name if it has none. */
export function writeRows(entries: readonly NestedEntry[], context: WriteContext): [Paragraph] {
  const hasNames = entries.some(({ image }) => !image);
  const lines = entries.map((entry, index): Piece[] => {
    const html = pictureHtml(entry, context);
    if (html === undefined) return namePieces(entry, context.handles, { bold: false });
    // A tag alone on the first line would start a block of HTML, in which Markdown is text.
    const isBlock = index === 0 && hasNames && html.startsWith('<img');
    return [{ type: 'html', value: isBlock ? `<picture>${html}</picture>` : html }];
  });
  return [{ type: 'paragraph', children: phrasingOf(lines.flatMap(startLine)) }];
}

/** Returns a line with a line break before it, unless it is the first line. */
function startLine([first, ...rest]: Piece[], index: number): Piece[] {
  if (index === 0) return [first, ...rest];
  // The serializer replaces a line break in text before HTML with a space.
  if (isHtml(first)) return [{ ...first, value: `\n${first.value}` }, ...rest];
  return ['\n', first, ...rest];
}

function isHtml(piece: Piece): piece is Html {
  return typeof piece === 'object' && piece.type === 'html';
}

/** Returns `<a href="…"><img src="…" width="96" alt="Name" title="Name"></a>`. */
function pictureHtml(credit: NestedEntry, context: WriteContext): string | undefined {
  const { name, image, person } = credit;
  if (!image) return;
  const { handles, style } = context;
  const attributes = { width: style.size, alt: image.alt || name, title: name };
  const picture = imageHtml(image, attributes, context);
  // There is no handle beside the picture that could be the link.
  const url = creditUrl(credit, handles) ?? handleUrl(person?.handle, handles);
  return url === undefined
    ? picture
    : `${htmlTag('a', { href: percentEncode(url) })}${picture}</a>`;
}
