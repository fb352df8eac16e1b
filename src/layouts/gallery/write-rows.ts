import type { Html } from 'mdast';
import { handleUrl } from '../../model/handle-url.ts';
import { percentEncode } from '../../text/percent-encode.ts';
import type { Image, NestedEntry } from '../../types.ts';
import type { WriteContext } from '../layout.ts';
import { htmlTag, imageHtml } from '../shared/write-image.ts';
import { creditUrl } from '../shared/write-parts.ts';

/** A credit with a picture. */
type Pictured = NestedEntry & { image: Image };

export function isPictured(credit: NestedEntry): credit is Pictured {
  return credit.image !== undefined;
}

/** Writes a line for each credit: its picture, which is a link if the credit has a URL. */
export function writeRows(credits: readonly Pictured[], context: WriteContext): Html {
  return { type: 'html', value: credits.map((credit) => row(credit, context)).join('\n') };
}

/** Returns `<a href="…"><img src="…" width="96" alt="Name" title="Name"></a>`. */
function row(credit: Pictured, context: WriteContext): string {
  const { name, image, person } = credit;
  const { handles, style } = context;
  const attributes = { width: style.size, alt: image.alt || name, title: name };
  const picture = imageHtml(image, attributes, context);
  // There is no handle beside the picture that could be the link.
  const url = creditUrl(credit, handles) ?? handleUrl(person?.handle, handles);
  return url === undefined
    ? picture
    : `${htmlTag('a', { href: percentEncode(url) })}${picture}</a>`;
}
