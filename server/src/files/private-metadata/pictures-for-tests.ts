import { crc32 } from 'node:zlib';

/** What a camera writes: words that must not survive, in an Exif block that says which side is up. */
export const canary = 'N30.5E106.4 at home';
export const exifOf = (orientation: number): Buffer => {
  const tiff = Buffer.from(`MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\0\0\0\0\0\0\0${canary}`, 'latin1');
  tiff.writeUInt16BE(orientation, 18);
  return tiff;
};

export const segment = (kind: number, content: string | Buffer): Buffer => {
  const body = typeof content === 'string' ? Buffer.from(content, 'latin1') : content;
  const head = Buffer.from([0xff, kind, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
};
export const jpegParts = {
  start: Buffer.from('ffd8', 'hex'),
  jfif: segment(0xe0, 'JFIF\0\x01\x01\0\0\x01\0\x01\0\0'),
  place: (orientation = 1) => segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), exifOf(orientation)])),
  size: segment(0xc0, '\x08\x01\xe0\x02\x80\x01\x01\x11\x00'),
  scan: Buffer.concat([segment(0xda, '\x01\x01\0\0\x3f\0'), Buffer.from('0a0b0cff00ffd30a', 'hex')]),
  end: Buffer.from('ffd9', 'hex'),
};

export const pngChunk = (name: string, content: string | Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), typeof content === 'string' ? Buffer.from(content, 'latin1') : content]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(body.length - 4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
};
export const pngParts = {
  start: Buffer.from('89504e470d0a1a0a', 'hex'),
  header: pngChunk('IHDR', '\0\0\x02\x80\0\0\x01\xe0\x08\0\0\0\0'),
  data: pngChunk('IDAT', Buffer.from('789c6360000000020001', 'hex')),
  end: pngChunk('IEND', ''),
};

export const webpChunk = (name: string, content: string | Buffer): Buffer => {
  const body = typeof content === 'string' ? Buffer.from(content, 'latin1') : content;
  const size = Buffer.alloc(4);
  size.writeUInt32LE(body.length);
  return Buffer.concat([Buffer.from(name, 'latin1'), size, body, Buffer.alloc(body.length % 2)]);
};
export const webp = (...chunks: readonly Buffer[]): Buffer => {
  const file = Buffer.concat([Buffer.from('RIFF\0\0\0\0WEBP', 'latin1'), ...chunks]);
  file.writeUInt32LE(file.length - 8, 4);
  return file;
};
export const webpParts = {
  /** 640 × 480. */
  extended: (flags: number) => webpChunk('VP8X', Buffer.from([flags, 0, 0, 0, 0x7f, 0x02, 0, 0xdf, 0x01, 0])),
  /** 640 × 480 too; an odd length, so that it is padded. */
  data: webpChunk('VP8L', Buffer.from([0x2f, 0x7f, 0xc2, 0x77, 0x00, 1, 2])),
};

export const gifParts = {
  start: Buffer.from('GIF89a\x80\x02\xe0\x01\x80\0\0\0\0\0\xff\xff\xff', 'latin1'),
  comment: Buffer.concat([Buffer.from([0x21, 0xfe, canary.length]), Buffer.from(canary, 'latin1'), Buffer.from([0])]),
  words: Buffer.concat([Buffer.from('21ff0b', 'hex'), Buffer.from('XMP DataXMP', 'latin1'), Buffer.from([canary.length]), Buffer.from(canary, 'latin1'), Buffer.from([0])]),
  repeats: Buffer.concat([Buffer.from('21ff0b', 'hex'), Buffer.from('NETSCAPE2.0', 'latin1'), Buffer.from('0301000000', 'hex')]),
  image: Buffer.from('2c000000008002e001000202440100', 'hex'),
  end: Buffer.from('3b', 'hex'),
};
