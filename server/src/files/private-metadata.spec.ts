import { imageSize } from 'image-size';
import { withoutMetadata } from './private-metadata.ts';

const segment = (kind: number, content: string): Buffer => {
  const body = Buffer.from(content, 'latin1');
  const head = Buffer.from([0xff, kind, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
};
const start = Buffer.from('ffd8', 'hex');
const size = segment(0xc0, '\x08\x01\xe0\x02\x80\x01\x01\x11\x00');
const scan = Buffer.concat([segment(0xda, '\x01\x01\0\0\x3f\0'), Buffer.from('0a0b0cff00ffd9', 'hex')]);
const jfif = segment(0xe0, 'JFIF\0\x01\x01\0\0\x01\0\x01\0\0');
const place = segment(0xe1, 'Exif\0\0MM\0*\0\0\0\x08\0\0 N 30.5 E 106.4');
const words = segment(0xfe, 'taken at home');

describe('a photo without its private words', () => {
  it('loses where it was taken and what was written into it, and nothing else', () => {
    expect(withoutMetadata(Buffer.concat([start, jfif, place, words, size, scan]), 1)).toEqual(Buffer.concat([start, jfif, size, scan]));
  });

  it('keeps which side is up', () => {
    const turned = withoutMetadata(Buffer.concat([start, place, size, scan]), 6);
    expect(imageSize(turned)).toMatchObject({ width: 640, height: 480, orientation: 6 });
    expect(turned.includes('106.4')).toBe(false);
  });

  it('is left alone where it is no sound JPEG', () => {
    const cut = Buffer.concat([start, jfif, place]).subarray(0, 30);
    expect(withoutMetadata(cut, 1)).toBe(cut);
    expect(withoutMetadata(Buffer.concat([start, size]), 1)).toEqual(Buffer.concat([start, size]));
    const png = Buffer.from('89504e47', 'hex');
    expect(withoutMetadata(png, 1)).toBe(png);
  });

  it('skips bytes that only fill', () => {
    const filled = Buffer.concat([start, Buffer.from([0xff]), place, size, scan]);
    expect(withoutMetadata(filled, 1).includes('106.4')).toBe(false);
  });
});
