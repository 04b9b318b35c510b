import { strToU8, zipSync, type Zippable } from 'fflate';
import { openZip, readZip, type ZipFault, ZipRefused } from './bounded-zip.ts';

const limits = { maxEntries: 5, maxBytes: 4 * 1024 * 1024 };

const zip = (files: Zippable): Buffer => Buffer.from(zipSync(files));

async function faultOf(bytes: Buffer, allowed = limits): Promise<ZipFault | 'none'> {
  try {
    await readZip(bytes, allowed);
    return 'none';
  } catch (error) {
    if (error instanceof ZipRefused) return error.fault;
    throw error;
  }
}

/** Writes a number of four bytes wherever the zip declares how long an entry is unpacked. */
function claimingLength(bytes: Buffer, length: number): Buffer {
  const lying = Buffer.from(bytes);
  for (let at = 0; at < lying.length - 4; at += 1) {
    if (lying.readUInt32LE(at) === 0x04034b50) lying.writeUInt32LE(length, at + 22);
    if (lying.readUInt32LE(at) === 0x02014b50) lying.writeUInt32LE(length, at + 24);
  }
  return lying;
}

describe('a zip that somebody sent', () => {
  it('gives its entries by name, and only those that are wanted', async () => {
    const bytes = zip({ 'word/document.xml': strToU8('<正文/>'), 'docProps/app.xml': strToU8('x'), 'word/': new Uint8Array() });
    const all = await readZip(bytes, limits);
    expect([...all.keys()].sort()).toEqual(['docProps/app.xml', 'word/document.xml']);
    expect(all.get('word/document.xml')?.toString()).toBe('<正文/>');
    expect([...(await readZip(bytes, limits, (name) => name.startsWith('docProps/'))).keys()]).toEqual(['docProps/app.xml']);
  });

  it('is refused when it is none, or only the beginning of one', async () => {
    expect(await faultOf(Buffer.from('姓名,小组'))).toBe('not_zip');
    expect(await faultOf(Buffer.alloc(0))).toBe('not_zip');
    const whole = zip({ a: strToU8('text') });
    expect(await faultOf(whole.subarray(0, whole.length - 30))).toBe('not_zip');
  });

  it('is refused for too many entries', async () => {
    const many = Object.fromEntries(Array.from({ length: 6 }, (_, at) => [`entry-${at}`, strToU8('x')]));
    expect(await faultOf(zip(many))).toBe('too_many_entries');
  });

  it('is refused for what it would become unpacked', async () => {
    const noise = Buffer.from(Array.from({ length: 3 * 1024 * 1024 }, (_, at) => (at * 2654435761) >>> 24));
    expect(await faultOf(zip({ a: [noise, { level: 0 }] }))).toBe('none');
    expect(await faultOf(zip({ a: [noise, { level: 0 }], b: [noise, { level: 0 }] }))).toBe('too_large');
  });

  it('is refused for an entry a thousand times its packed size', async () => {
    expect(await faultOf(zip({ bomb: new Uint8Array(3 * 1024 * 1024) }))).toBe('too_dense');
  });

  it('is refused when it unpacks to more, or to less, than it says', async () => {
    const bytes = zip({ a: strToU8('一句话'.repeat(400)) });
    expect(await faultOf(bytes)).toBe('none');
    expect(await faultOf(claimingLength(bytes, 100))).toBe('broken');
    expect(await faultOf(claimingLength(bytes, 100_000))).toBe('broken');
  });

  it('is refused when a byte of it was damaged on the way', async () => {
    const bytes = zip({ a: [strToU8('一句话'), { level: 0 }] });
    const at = bytes.indexOf('一句话');
    bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
    expect(await faultOf(bytes)).toBe('broken');
  });

  it('can be read piece by piece, and left before its end', async () => {
    const noise = Buffer.from(Array.from({ length: 1024 * 1024 }, (_, at) => (at * 2654435761) >>> 24));
    const opened = await openZip(zip({ a: noise, b: strToU8('x') }), limits);
    expect(opened.names).toEqual(['a', 'b']);
    let seen = 0;
    for await (const chunk of opened.stream('a')) {
      seen += chunk.length;
      break;
    }
    expect(seen).toBeGreaterThan(0);
    expect(seen).toBeLessThan(noise.length);
    expect(() => opened.stream('c')).toThrow('the zip holds no c');
  });
});
