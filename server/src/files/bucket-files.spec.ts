import { Api } from '../../test/api.ts';
import { type BucketServer, startBucketServer } from '../../test/bucket-server.ts';
import { pngFile, voiceFile } from '../../test/matrix/files.ts';
import { startTestServer, type TestServer } from '../../test/test-server.ts';

let bucket: BucketServer;
let server: TestServer;
/** Another replica, with a disk of its own. */
let other: TestServer;
beforeAll(async () => {
  bucket = await startBucketServer();
  server = await startTestServer({ env: bucket.env, wechat: true });
  other = await startTestServer({ env: bucket.env, beside: server });
});
afterAll(async () => {
  await other.close();
  await server.close();
  await bucket.stop();
});

test('what one replica put into the object store, another that shares no disk with it gives out, whole and in parts', async () => {
  const { api } = await server.make.actor();
  const there = new Api(other.url, api.token);
  const voice = voiceFile();
  const { id } = await api.call('createFile', { query: { purpose: 'takeaway' }, file: voice });
  expect(Buffer.from((await there.send('getFile', { params: { id } })).body)).toEqual(Buffer.from(voice.bytes));
  const part = await there.send('getFile', { params: { id }, headers: { range: 'bytes=2-5' } });
  expect([part.status, Buffer.from(part.body)]).toEqual([206, Buffer.from(voice.bytes).subarray(2, 6)]);
  const picture = await there.call('createFile', { query: { purpose: 'reflection' }, file: pngFile() });
  expect((await api.send('getFile', { params: { id: picture.id } })).status).toBe(200);
});

test('while the store is away a file is refused with what to do, and everything else goes on', async () => {
  const { api } = await server.make.actor();
  const known = await api.call('createFile', { query: { purpose: 'takeaway' }, file: voiceFile() });
  await bucket.stop();
  expect(await api.codeOf('createFile', { query: { purpose: 'takeaway' }, file: voiceFile() })).toBe('STORE_UNAVAILABLE');
  expect(await api.codeOf('getFile', { params: { id: known.id } })).toBe('STORE_UNAVAILABLE');
  expect(await api.codeOf('getCurrentLogin')).toBe('ok');
});
