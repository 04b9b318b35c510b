import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { type BucketServer, startBucketServer } from '../../../test/bucket-server.ts';
import { Config } from '../config/config.ts';
import type { FileStore } from './file-store.ts';
import { openFileStore } from './open-file-store.ts';

let store: BucketServer;
let folder: string;
beforeAll(async () => {
  store = await startBucketServer();
  folder = await mkdtemp(path.join(tmpdir(), 'weidangxiao-files-'));
});
afterAll(async () => {
  await store.stop();
  await rm(folder, { recursive: true });
});

const on = (env: Readonly<Record<string, string>>): Promise<FileStore> => openFileStore(Config.read({ MODE: 'demo', DATA_DIR: folder, ...env }));
const png = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), randomBytes(2_000)]);
const accepted = { accepts: ['png'], maxBytes: 10_000 } as const;
const whole = async (files: FileStore, id: string): Promise<Buffer> => buffer((await files.read(id)).stream);

describe.each(['a disk', 'a bucket'])('Files on %s', (place) => {
  let files: FileStore;
  beforeAll(async () => {
    files = await on(place === 'a bucket' ? store.env : {});
  });

  test('come back as they were put, whole and in parts, and are gone when deleted', async () => {
    const { id, kind, bytes } = await files.put(png, accepted);
    expect([kind, bytes]).toEqual(['png', png.length]);
    expect(await files.readWhole(id)).toEqual(png);
    expect(await whole(files, id)).toEqual(png);
    const middle = await files.read(id, { start: 100, end: 199 });
    expect([middle.bytes, await buffer(middle.stream)]).toEqual([png.length, png.subarray(100, 200)]);
    const rest = await files.read(id, { start: 1_990 });
    expect([rest.bytes, await buffer(rest.stream)]).toEqual([png.length, png.subarray(1_990)]);
    await files.delete(id);
    await files.delete(id);
    await expect(files.readWhole(id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(files.read(id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('are written while they are made, however long', async () => {
    const [id, parts] = [randomUUID(), Array.from({ length: 13 }, () => randomBytes(1_000_000))];
    expect(await files.putStream(id, Readable.from(parts))).toBe(13_000_000);
    expect((await whole(files, id)).equals(Buffer.concat(parts))).toBe(true);
    const [short, none] = [randomUUID(), randomUUID()];
    expect([await files.putStream(short, Readable.from([Buffer.from('短')])), await files.putStream(none, Readable.from([]))]).toEqual([3, 0]);
    expect([await files.readWhole(short), await whole(files, none)]).toEqual([Buffer.from('短'), Buffer.alloc(0)]);
  });

  test('that fail half way are not there', async () => {
    const id = randomUUID();
    const broken = Readable.from((async function* half() {
      yield randomBytes(6_000_000);
      throw new Error('the maker failed');
    })());
    await expect(files.putStream(id, broken)).rejects.toThrow('the maker failed');
    await expect(files.readWhole(id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('of another kind, too large, or under no id of ours are refused', async () => {
    await expect(files.put(Buffer.from('no picture'), accepted)).rejects.toMatchObject({ code: 'FILE_TYPE_NOT_ACCEPTED' });
    await expect(files.put(png, { ...accepted, maxBytes: 100 })).rejects.toMatchObject({ code: 'FILE_TOO_LARGE' });
    await expect(files.readWhole('../keys.json')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(files.putStream('../keys.json', Readable.from([]))).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('A bucket', () => {
  test.each([
    ['that nobody answers for', { S3_ENDPOINT: 'http://127.0.0.1:9' }],
    ['that does not know the key', { S3_ACCESS_KEY_ID: 'another' }],
    ['that does not exist', { S3_BUCKET: 'another' }],
  ])('%s is told as a store that cannot be reached', async (_, wrong) => {
    const files = await on({ ...store.env, ...wrong });
    await expect(files.put(png, accepted)).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
    await expect(files.readWhole(randomUUID())).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
    const content = Readable.from([png]);
    await expect(files.putStream(randomUUID(), content)).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
    expect(content.destroyed).toBe(true);
  });
});
