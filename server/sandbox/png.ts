import { crc32, deflateSync } from 'node:zlib';

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

export type Rgba = readonly [red: number, green: number, blue: number, alpha: number];

/**
 * A square PNG with a palette (PNG specification, colour type 3, 8 bits).
 * @param pixels one palette index for each pixel, row by row
 */
export function palettePng(width: number, pixels: Uint8Array, palette: readonly Rgba[]): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(width, 4);
  header.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flatMap(([red, green, blue]) => [red, green, blue]))),
    chunk('tRNS', Buffer.from(palette.map(([, , , alpha]) => alpha))),
    chunk('IDAT', deflateSync(scanlines(width, pixels))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Each row begins with its filter; 0 stands for none. */
function scanlines(width: number, pixels: Uint8Array): Buffer {
  const rows = Buffer.alloc(width * (width + 1));
  for (let row = 0; row < width; row += 1) {
    rows.set(pixels.subarray(row * width, (row + 1) * width), row * (width + 1) + 1);
  }
  return rows;
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}
