import { crc32, deflateSync } from 'node:zlib';

/** WeChat's big cover is 2.35 wide for 1 high. */
const width = 900;
const height = 383;
const [paper, red, ink] = [0, 1, 2];
const palette = Buffer.from([0xf6, 0xf2, 0xea, 0xa5, 0x2a, 0x21, 0xd9, 0xd0, 0xc1]);

let drawn: Buffer | null = null;

/** An open page with its red bookmark, for lessons without a picture. The same bytes each time, so each account gets it once. */
export function plainCover(): Buffer {
  return (drawn ??= png());
}

/** Paper, a bookmark at the left, and the lines of a page. */
function colorAt(x: number, y: number): number {
  if (x >= 96 && x < 156 && y < 250 && y < 220 + Math.abs(x - 126)) return red;
  const isLine = y >= 116 && y <= 292 && (y - 116) % 44 < 4;
  return isLine && x >= 250 && x < (y > 270 ? 560 : 804) ? ink : paper;
}

function png(): Buffer {
  const rows = Array.from({ length: height }, (_, y) => Buffer.from([0, ...Array.from({ length: width }, (_x, x) => colorAt(x, y))]));
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), chunk('IHDR', head), chunk('PLTE', palette), chunk('IDAT', deflateSync(Buffer.concat(rows), { level: 9 })), chunk('IEND', Buffer.alloc(0))]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
