import { readFileSync, statSync } from 'node:fs';

/** The maximum number of bytes of a picture whose width is read. */
const MAX_READ = 1_000_000;

/**
 * Returns the size of a picture in bytes, and its width in pixels, if it is PNG, JPEG, GIF, WebP or AVIF, or
 * `undefined` if the file cannot be read.
 */
export function readPicture(path: string): { bytes: number; width?: number } | undefined {
  try {
    const { size: bytes } = statSync(path);
    const width = bytes > MAX_READ ? undefined : widthIn(readFileSync(path));
    return { bytes, ...(width !== undefined && { width }) };
  } catch {
    return;
  }
}

/** Returns the width that the header of a picture states, or `undefined` if it has none. */
function widthIn(bytes: Buffer): number | undefined {
  const text = (start: number, end: number) => bytes.toString('latin1', start, end);
  if (text(1, 4) === 'PNG') return bytes.readUInt32BE(16);
  if (text(0, 3) === 'GIF') return bytes.readUInt16LE(6);
  if (text(8, 12) === 'WEBP') return widthOfWebp(bytes, text(12, 16));
  if (bytes[0] === 0xff && bytes[1] === 0xd8) return widthOfJpeg(bytes);
  if (text(4, 8) === 'ftyp') return widthOfAvif(bytes);
  return;
}

/** @see https://developers.google.com/speed/webp/docs/riff_container */
function widthOfWebp(bytes: Buffer, chunk: string): number | undefined {
  if (chunk === 'VP8X') return bytes.readUIntLE(24, 3) + 1;
  if (chunk === 'VP8L') return (bytes.readUInt16LE(21) & 0x3fff) + 1;
  return chunk === 'VP8 ' ? bytes.readUInt16LE(26) & 0x3fff : undefined;
}

/** The marker of a frame, which states the size, is one of C0 to CF, except for tables and extensions. */
function widthOfJpeg(bytes: Buffer): number | undefined {
  for (let at = 2; at + 9 < bytes.length; at += 2 + bytes.readUInt16BE(at + 2)) {
    while (bytes[at + 1] === 0xff) at += 1;
    const marker = bytes[at + 1] as number;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return bytes.readUInt16BE(at + 7);
    if (bytes[at] !== 0xff || marker === 0xda) return;
  }
  return;
}

/** A picture may consist of tiles, each with a property of its own: the largest is that of the whole. */
function widthOfAvif(bytes: Buffer): number | undefined {
  let width: number | undefined;
  for (let at = bytes.indexOf('ispe'); at > 0; at = bytes.indexOf('ispe', at + 4)) {
    if (at + 12 <= bytes.length) width = Math.max(width ?? 0, bytes.readUInt32BE(at + 8));
  }
  return width;
}
