import type { Buffer } from 'node:buffer';

/** The extension of a picture file. */
export type Extension = 'png' | 'jpg' | 'webp';

export const extensions = ['png', 'jpg', 'webp'] as const satisfies readonly Extension[];

/** A format of pictures. */
interface PictureFormat {
  isMatch(bytes: Buffer): boolean;
  /** Whether a picture is not cut off. */
  isWhole(bytes: Buffer): boolean;
}

const PNG_START = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
const JPEG_START = Uint8Array.of(0xff, 0xd8, 0xff);
/** The markers of JPEG for the start of a scan, which the data of a scan cannot contain, and the end. */
const START_OF_SCAN = Uint8Array.of(0xff, 0xda);
const END_OF_IMAGE = Uint8Array.of(0xff, 0xd9);

const formats: Record<Extension, PictureFormat> = {
  png: {
    isMatch: (bytes) => bytes.subarray(0, 8).equals(PNG_START),
    isWhole: hasLastChunk,
  },
  jpg: {
    isMatch: (bytes) => bytes.subarray(0, 3).equals(JPEG_START),
    // A thumbnail inside a JPEG file has an end of its own.
    isWhole: (bytes) => {
      const scan = bytes.lastIndexOf(START_OF_SCAN);
      return scan >= 0 && bytes.indexOf(END_OF_IMAGE, scan) >= 0;
    },
  },
  webp: {
    isMatch: (bytes) =>
      bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP',
    isWhole: (bytes) => bytes.length >= 8 + bytes.readUInt32LE(4),
  },
};

/** Returns the extension of a picture by its content, or `undefined` if it is none that is known. */
export function pictureTypeOf(bytes: Buffer): Extension | undefined {
  return extensions.find((extension) => formats[extension].isMatch(bytes));
}

/** Whether the end of a picture has been received. */
export function isWholePicture(bytes: Buffer, extension: Extension): boolean {
  return formats[extension].isWhole(bytes);
}

/** Whether the chunks of a PNG file, each of which starts with its length, lead to the last one. */
function hasLastChunk(bytes: Buffer): boolean {
  for (let at = PNG_START.length; at + 12 <= bytes.length; ) {
    const end = at + 12 + bytes.readUInt32BE(at);
    if (bytes.toString('latin1', at + 4, at + 8) === 'IEND') return end <= bytes.length;
    at = end;
  }
  return false;
}
