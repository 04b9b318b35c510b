import fc from 'fast-check';
import { imageSize } from 'image-size';
import { kindOf } from '../../platform/files/file-kinds.ts';
import { cleanedPicture } from './cleaned-picture.ts';
import { canary, exifOf, gifParts, jpegParts, pngChunk, pngParts, segment, webp, webpChunk, webpParts } from './pictures-for-tests.ts';

const clean = (...parts: readonly Buffer[]) => {
  const bytes = Buffer.concat(parts);
  return cleanedPicture(bytes, kindOf(bytes));
};
const bytesOf = (...parts: readonly Buffer[]): Buffer => clean(...parts)?.bytes ?? Buffer.alloc(0);

describe('a JPEG without its private words', () => {
  const { start, jfif, place, size, scan, end } = jpegParts;

  it('loses where it was taken and what was written into it, and nothing else', () => {
    const words = segment(0xfe, canary);
    expect(clean(start, jfif, place(), words, size, scan, end)).toEqual({ bytes: Buffer.concat([start, jfif, size, scan, end]), orientation: 1 });
  });

  it('loses what makers and programs add, and keeps its colours', () => {
    const colours = segment(0xe2, 'ICC_PROFILE\0\x01\x01 colours');
    const added = [segment(0xe2, `MPF\0${canary}`), segment(0xe4, canary), segment(0xed, `Photoshop 3.0\0${canary}`), segment(0xe1, `xap/1.0/\0${canary}`)];
    expect(bytesOf(start, jfif, ...added, colours, size, scan, end)).toEqual(Buffer.concat([start, jfif, colours, size, scan, end]));
  });

  it('loses the small copies of itself', () => {
    const copy = segment(0xe0, `JFIF\0\x01\x01\0\0\x01\0\x01\x02\x02${canary}`);
    expect(bytesOf(start, copy, segment(0xe0, `JFXX\0${canary}`), size, scan, end)).toEqual(Buffer.concat([start, jfif, size, scan, end]));
  });

  it('loses a JFIF block that is cut short: cleaned once more it would come out longer', () => {
    const short = segment(0xe0, 'JFIF\0');
    expect(bytesOf(start, short, size, scan, end)).toEqual(Buffer.concat([start, size, scan, end]));
  });

  it('loses the second picture or film that hangs behind it', () => {
    const second = Buffer.concat([start, place(), size, scan, end]);
    expect(bytesOf(start, size, scan, end, second, Buffer.from(canary))).toEqual(Buffer.concat([start, size, scan, end]));
  });

  it('keeps all scans of one that builds up, and loses what stands between them', () => {
    const tables = segment(0xc4, 'tables');
    expect(bytesOf(start, size, scan, segment(0xfe, canary), tables, scan, end)).toEqual(Buffer.concat([start, size, scan, tables, scan, end]));
  });

  it('keeps which side is up', () => {
    const turned = clean(start, place(6), size, scan, end);
    expect([turned?.orientation, imageSize(turned?.bytes ?? Buffer.alloc(0)).orientation]).toEqual([6, 6]);
    expect(turned?.bytes.includes(canary)).toBe(false);
  });

  it('that its writer left without an end gets one; bytes that only fill are left out', () => {
    expect(bytesOf(start, size, scan)).toEqual(Buffer.concat([start, size, scan, end]));
    expect(bytesOf(start, Buffer.from('ffff00', 'hex'), place(), size, scan, end)).toEqual(Buffer.concat([start, size, scan, end]));
  });

  it('is refused where it is none: what cannot be read through cannot be cleaned', () => {
    expect(clean(start, jfif, place())).toBeNull();
    expect(clean(start, place().subarray(0, 20))).toBeNull();
  });
});

describe('a PNG without its private words', () => {
  const { start, header, data, end } = pngParts;

  it('loses words, place and time, and nothing that is drawn', () => {
    const told = [pngChunk('tEXt', `Comment\0${canary}`), pngChunk('zTXt', canary), pngChunk('iTXt', `XML:com.adobe.xmp\0${canary}`), pngChunk('eXIf', exifOf(1)), pngChunk('tIME', '\x07\xea\x0b\x17\0\0\0'), pngChunk('caBX', canary)];
    const drawn = [pngChunk('gAMA', '\0\0\xb1\x8f'), pngChunk('tRNS', '\0\0'), pngChunk('acTL', '\0\0\0\x01\0\0\0\0')];
    expect(bytesOf(start, header, ...told, ...drawn, data, ...told, end)).toEqual(Buffer.concat([start, header, ...drawn, data, end]));
  });

  it('loses what hangs behind it', () => {
    expect(bytesOf(start, header, data, end, Buffer.from(canary))).toEqual(Buffer.concat([start, header, data, end]));
  });

  it('keeps which side is up', () => {
    const turned = clean(start, header, data, pngChunk('eXIf', exifOf(8)), end);
    expect(turned).toMatchObject({ orientation: 8 });
    expect(turned?.bytes.includes(canary)).toBe(false);
    expect(clean(turned?.bytes ?? end)).toEqual(turned);
  });

  it('is refused where it is cut off', () => {
    expect(clean(start, header, data)).toBeNull();
    expect(clean(start, header, data.subarray(0, 15))).toBeNull();
    expect(clean(start, data, end)).toBeNull();
  });
});

describe('a WebP without its private words', () => {
  const { extended, data } = webpParts;
  const told = (orientation: number) => [webpChunk('EXIF', exifOf(orientation)), webpChunk('XMP ', canary), webpChunk('note', canary)];

  it('loses Exif, XMP and what is unknown, and says so in its heading', () => {
    const colours = webpChunk('ICCP', 'colours');
    expect(bytesOf(webp(extended(0x2c), colours, data, ...told(1)))).toEqual(webp(extended(0x20), colours, data));
    expect(bytesOf(webp(data, ...told(1)))).toEqual(webp(data));
  });

  it('loses what hangs behind it and inside its frames', () => {
    const place = Buffer.alloc(16);
    const frame = (...chunks: Buffer[]) => webpChunk('ANMF', Buffer.concat([place, ...chunks]));
    expect(bytesOf(webp(extended(2), webpChunk('ANIM', '\0\0\0\0\0\0'), frame(data, webpChunk('note', canary))), Buffer.from(canary))).toEqual(webp(extended(2), webpChunk('ANIM', '\0\0\0\0\0\0'), frame(data)));
  });

  it('keeps which side is up, in the form of a JPEG too', () => {
    const turned = clean(webp(extended(0x0c), data, ...told(6)));
    expect(turned?.orientation).toBe(6);
    expect(turned?.bytes.includes(canary)).toBe(false);
    expect(clean(turned?.bytes ?? data)).toEqual(turned);
    expect(clean(webp(extended(8), data, webpChunk('EXIF', Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), exifOf(3)]))))?.orientation).toBe(3);
  });

  it('is refused where it is cut off', () => {
    const whole = webp(extended(0), data);
    expect(clean(whole.subarray(0, -3))).toBeNull();
    expect(clean(webp(extended(0), webpChunk('EXIF', exifOf(1))))).toBeNull();
  });
});

describe('a GIF without its private words', () => {
  const { start, comment, words, repeats, image, end } = gifParts;

  it('loses comments and what programs wrote, and goes on moving', () => {
    expect(bytesOf(start, words, repeats, comment, image, comment, end, Buffer.from(canary))).toEqual(Buffer.concat([start, repeats, image, end]));
  });

  it('is refused where it is cut off', () => {
    expect(clean(start, comment, image)).toBeNull();
    expect(clean(start, end)).toBeNull();
  });
});

describe('any bytes', () => {
  const whole = [
    Buffer.concat([jpegParts.start, jpegParts.jfif, jpegParts.place(6), jpegParts.size, jpegParts.scan, jpegParts.end]),
    Buffer.concat([pngParts.start, pngParts.header, pngChunk('eXIf', exifOf(6)), pngChunk('tEXt', canary), pngParts.data, pngParts.end]),
    webp(webpParts.extended(0x0c), webpParts.data, webpChunk('EXIF', exifOf(6)), webpChunk('XMP ', canary)),
    Buffer.concat([gifParts.start, gifParts.comment, gifParts.image, gifParts.words, gifParts.end]),
  ];
  const spoilt = fc.record({ of: fc.constantFrom(...whole), at: fc.nat(300), bytes: fc.uint8Array({ maxLength: 12 }), cut: fc.nat(300) }).map(({ of, at, bytes, cut }) => {
    const copy = Buffer.concat([of, Buffer.alloc(12)]);
    copy.set(bytes, Math.min(at, of.length));
    return copy.subarray(0, of.length - (cut > 200 ? cut - 200 : 0));
  });
  const signed = fc.tuple(fc.constantFrom('\xff\xd8\xff', '\x89PNG\r\n\x1a\n', 'RIFF\x20\0\0\0WEBP', 'GIF89a'), fc.uint8Array({ maxLength: 200 })).map(([sign, rest]) => Buffer.concat([Buffer.from(sign, 'latin1'), rest]));

  it('are cleaned or refused, never more than once, and grow by no more than the side that is up', () => {
    fc.assert(
      fc.property(fc.oneof(spoilt, signed), (bytes) => {
        const cleaned = cleanedPicture(bytes, kindOf(bytes));
        if (!cleaned) return;
        expect(cleaned.bytes.length).toBeLessThanOrEqual(bytes.length + 64);
        expect(cleanedPicture(cleaned.bytes, kindOf(cleaned.bytes))).toEqual(cleaned);
      }),
      { numRuns: 2_000 },
    );
  });

  it('between the parts of a whole picture lose every private word', () => {
    const told: Record<string, Buffer> = { jpg: segment(0xe5, canary), png: pngChunk('prVt', canary), webp: webpChunk('abcd', canary), gif: gifParts.comment };
    const clear: Record<string, Buffer[]> = {
      jpg: [jpegParts.start, jpegParts.size, jpegParts.scan, jpegParts.end],
      png: [Buffer.concat([pngParts.start, pngParts.header]), pngParts.data, pngParts.end],
      gif: [gifParts.start, gifParts.image, gifParts.image, gifParts.end],
    };
    fc.assert(
      fc.property(fc.constantFrom('jpg', 'png', 'gif'), fc.array(fc.nat(3), { maxLength: 5 }), (kind, places) => {
        const parts = clear[kind] ?? [];
        const mixed = parts.flatMap((part, at) => [part, ...places.filter((place) => place === at).map(() => told[kind] ?? part)]);
        expect(bytesOf(...mixed)).toEqual(Buffer.concat(parts));
      }),
    );
  });
});
