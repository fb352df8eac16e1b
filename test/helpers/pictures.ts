/** Small pictures. */
import { crc32, deflateSync } from 'node:zlib';

type Color = readonly [red: number, green: number, blue: number];

/** Returns a PNG of one color. */
export function png(width = 8, height = width, color: Color = [120, 80, 200]): Buffer {
  return pngOf(width, height, () => color);
}

function pngOf(width: number, height: number, colorAt: (x: number, y: number) => Color): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const rows = Array.from({ length: height }, (_, y) =>
    Buffer.from([0, ...Array.from({ length: width }, (__, x) => colorAt(x, y)).flat()]),
  );
  const pixels = deflateSync(Buffer.concat(rows));
  const chunks = [chunk('IHDR', header), chunk('IDAT', pixels), chunk('IEND', Buffer.alloc(0))];
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), ...chunks]);
}

function chunk(type: string, data: Buffer): Buffer {
  const content = Buffer.concat([Buffer.from(type), data]);
  const [length, checksum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  checksum.writeUInt32BE(crc32(content));
  return Buffer.concat([length, content, checksum]);
}

/** Returns an SVG of one color. */
export function svg(width = 8, height = width, color = 'teal'): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="${color}"/></svg>\n`;
}

/** Returns an SVG of a logo in one color, 240 pixels wide. */
export function logo(color: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="240" height="80" viewBox="0 0 240 80"><circle cx="40" cy="40" r="30" fill="none" stroke="${color}" stroke-width="12"/><rect x="90" y="20" width="140" height="16" fill="${color}"/><rect x="90" y="46" width="90" height="16" fill="${color}"/></svg>\n`;
}

/** Returns a PNG of a head and shoulders, 192 pixels wide. */
export function face(background: Color, hair: Color = [70, 50, 40], shirt: Color = [50, 60, 90]) {
  const size = 192;
  const isIn = (x: number, y: number, cx: number, cy: number, r: number) =>
    (x - cx) ** 2 + (y - cy) ** 2 < r ** 2;
  return pngOf(
    size,
    size,
    smooth((x, y) => {
      if (isIn(x, y, 96, 84, 36) && !isIn(x, y, 76, 20, 48)) return [255, 224, 200];
      if (isIn(x, y, 96, 76, 46) && y < 100) return hair;
      return isIn(x, y, 96, 200, 72) ? shirt : background;
    }),
  );
}

/** Returns a PNG of a sign in a rounded square, 192 pixels wide. */
export function sign(background: Color, isInside: (x: number, y: number) => boolean): Buffer {
  const [size, radius] = [192, 40];
  return pngOf(
    size,
    size,
    smooth((x, y) => {
      const [left, top] = [
        Math.max(radius - x, x - size + radius, 0),
        Math.max(radius - y, y - size + radius, 0),
      ];
      if (left ** 2 + top ** 2 > radius ** 2) return [255, 255, 255];
      return isInside(x - size / 2, y - size / 2) ? [255, 255, 255] : background;
    }),
  );
}

/** Returns the average color of several points of each pixel. */
function smooth(colorAt: (x: number, y: number) => Color): (x: number, y: number) => Color {
  const offsets = [1 / 8, 3 / 8, 5 / 8, 7 / 8];
  return (x, y) => {
    const colors = offsets.flatMap((dx) => offsets.map((dy) => colorAt(x + dx, y + dy)));
    const average = (channel: 0 | 1 | 2) =>
      Math.round(colors.reduce((sum, color) => sum + color[channel], 0) / colors.length);
    return [average(0), average(1), average(2)];
  };
}
