import type { SentFile } from '../../test/api.ts';
import type { Actor, MadeTown } from '../../test/factory.ts';
import { pngFile, voiceFile } from '../../test/matrix/files.ts';
import { startTestServer, type TestServer } from '../../test/test-server.ts';
import { png } from '../../test/word-document.ts';
import { scopeFor } from '../platform/access/mint.ts';
import type { OwnScope } from '../platform/access/scope.ts';
import { FilesService } from './files.service.ts';
import { canary, pngChunk, pngParts } from './private-metadata/pictures-for-tests.ts';
import type { FilePurpose } from './stored-file.entity.ts';

let server: TestServer;
let town: MadeTown;
let speaker: Actor;

beforeAll(async () => {
  server = await startTestServer();
  town = await server.make.town();
  speaker = await server.make.actor({ town });
});
afterAll(() => server.close());

const upload = ({ api }: Actor, purpose: FilePurpose, file = purpose === 'takeaway' ? voiceFile() : pngFile()) => api.call('createFile', { query: { purpose }, file });
const codeFor = ({ api }: Actor, id: string) => api.codeOf('getFile', { params: { id } });
const fellow = (wanted: Parameters<TestServer['make']['actor']>[0] = {}) => server.make.actor({ town, groupId: speaker.member.groupId, ...wanted });
const ownScopeOf = ({ member: { townId, id: memberId, groupId } }: Actor) =>
  scopeFor('own', { loginId: 'none', townId, memberId, operatorId: null, groupId, roles: ['member'], leads: [], consentVersion: null }, null) as OwnScope;
const publish = (id: string) => server.make.act(town, () => server.get(FilesService).publish(town.scope, [id]));
const bytes = (text: string): SentFile => ({ name: 'x', bytes: Buffer.from(text, 'latin1') });

describe('putting a file', () => {
  test('answers what it is by its bytes, and how large a picture is', async () => {
    const picture = await upload(speaker, 'reflection', { name: 'not-a.gif', bytes: png(640, 480) });
    expect(picture).toMatchObject({ contentType: 'image/png', bytes: png(640, 480).length, width: 640, height: 480 });
    expect(await upload(speaker, 'takeaway')).toMatchObject({ contentType: 'audio/ogg', width: null, height: null });
  });

  test('takes the sound that phones and browsers record, and calls it sound', async () => {
    const typeOf = async (text: string) => (await upload(speaker, 'takeaway', bytes(text))).contentType;
    expect(await typeOf('\x1a\x45\xdf\xa3 webm')).toBe('audio/webm');
    expect(await typeOf('\0\0\0\x20ftypisom')).toBe('audio/mp4');
    expect(await typeOf('\0\0\0\x20ftypM4A ')).toBe('audio/mp4');
    expect(await typeOf('ID3\x03')).toBe('audio/mpeg');
    expect(await typeOf('\xff\xf1\x50')).toBe('audio/aac');
    expect(await typeOf('RIFF\0\0\0\0WAVE')).toBe('audio/wav');
  });

  test('keeps a photo without where it was taken, the right way up', async () => {
    const exif = Buffer.from('Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0 at home', 'latin1');
    const size = Buffer.from('ffc0000b0801e0028001011100', 'hex');
    const photo = Buffer.concat([Buffer.from('ffd8ffe1', 'hex'), Buffer.from([0, exif.length + 2]), exif, size, Buffer.from('ffda0008010100003f00aabbffd9', 'hex')]);
    const { id, width, height } = await upload(speaker, 'reflection', { name: 'photo.jpg', bytes: photo });
    expect([width, height]).toEqual([480, 640]);
    const { body } = await speaker.api.send('getFile', { params: { id } });
    expect(Buffer.from(body).includes('at home')).toBe(false);
  });

  test('keeps a PNG without the words in it', async () => {
    const { start, header, data, end } = pngParts;
    const { id } = await upload(speaker, 'reflection', { name: 'x.png', bytes: Buffer.concat([start, header, pngChunk('tEXt', `Place\0${canary}`), data, end]) });
    const { body } = await speaker.api.send('getFile', { params: { id } });
    expect(Buffer.from(body)).toEqual(Buffer.concat([start, header, data, end]));
  });

  test.each(['heic', 'mif1', 'avif'])('says what to do with a photo of the kind %s, and takes none for a film', async (brand) => {
    const photo = bytes(`\0\0\0\x18ftyp${brand}\0\0\0\0`);
    const admin = await server.make.actor({ town, roles: ['admin'] });
    for (const [{ api }, purpose] of [[speaker, 'reflection'], [admin, 'lesson']] as const) {
      const refused = await api.send('createFile', { query: { purpose }, file: photo });
      expect(refused).toMatchObject({ status: 422, error: { code: 'FILE_HEIC', message: '这是HEIC格式的照片，很多手机打不开。请存成JPG，或截一张屏，再传' } });
    }
    expect(await speaker.api.codeOf('createFile', { query: { purpose: 'takeaway' }, file: photo })).toBe('FILE_TYPE_NOT_ACCEPTED');
  });

  test('refuses what its purpose has no use for, and what only begins like a picture', async () => {
    const codeOf = (purpose: FilePurpose, file: SentFile) => speaker.api.codeOf('createFile', { query: { purpose }, file });
    expect(await codeOf('takeaway', pngFile())).toBe('FILE_TYPE_NOT_ACCEPTED');
    expect(await codeOf('reflection', voiceFile())).toBe('FILE_TYPE_NOT_ACCEPTED');
    expect(await codeOf('reflection', bytes('<svg xmlns="http://www.w3.org/2000/svg"/>'))).toBe('FILE_TYPE_NOT_ACCEPTED');
    expect(await codeOf('reflection', bytes('\x89PNG\r\n\x1a\n'))).toBe('FILE_UNREADABLE');
    expect(await codeOf('reflection', { name: 'x', bytes: png(30_000, 10) })).toBe('FILE_UNREADABLE');
    expect(await codeOf('reflection', { name: 'x', bytes: Buffer.alloc(10 * 1024 * 1024 + 1) })).toBe('FILE_TOO_LARGE');
  });

  test('needs consent first; a lesson’s file needs somebody who plans lessons', async () => {
    const fresh = await server.make.actor({ town, consent: false });
    expect(await fresh.api.codeOf('createFile', { query: { purpose: 'takeaway' }, file: voiceFile() })).toBe('CONSENT_REQUIRED');
    expect(await speaker.api.codeOf('createFile', { query: { purpose: 'lesson' }, file: pngFile() })).toBe('NOT_ALLOWED');
  });
});

describe('who may open a file', () => {
  test('a voice is for whoever spoke and for the leader of that group, even one who is more besides', async () => {
    const { id } = await upload(speaker, 'takeaway');
    expect(await codeFor(speaker, id)).toBe('ok');
    expect(await codeFor(await fellow({ roles: ['leader'] }), id)).toBe('ok');
    expect(await codeFor(await fellow({ roles: ['leader', 'approver'] }), id)).toBe('ok');
    for (const other of [await fellow(), await fellow({ roles: ['approver'] }), await fellow({ roles: ['admin'] }), await server.make.actor({ town, roles: ['leader'] }), await server.make.actor()]) {
      expect(await codeFor(other, id)).toBe('NOT_FOUND');
    }
    await publish(id);
    expect(await codeFor(await fellow(), id)).toBe('NOT_FOUND');
  });

  test('a reflection’s picture is for its author’s side until it is published, then for the town, never for guests', async () => {
    const { id } = await upload(speaker, 'reflection');
    const [leader, admin, neighbour] = [await fellow({ roles: ['leader'] }), await server.make.actor({ town, roles: ['admin'] }), await fellow()];
    const asGuest = () => server.api.codeOf('getFile', { params: { id }, query: { town: town.code } });
    expect([await codeFor(speaker, id), await codeFor(leader, id), await codeFor(admin, id), await codeFor(neighbour, id), await asGuest()]).toEqual(['ok', 'ok', 'ok', 'NOT_FOUND', 'NOT_FOUND']);
    await publish(id);
    expect([await codeFor(neighbour, id), await codeFor(await server.make.actor({ town }), id), await codeFor(await server.make.actor(), id), await asGuest()]).toEqual(['ok', 'ok', 'NOT_FOUND', 'NOT_FOUND']);
  });

  test('an id that does not exist is answered like one that is not for the caller', async () => {
    const { id } = await upload(speaker, 'takeaway');
    const refused = await (await fellow()).api.send('getFile', { params: { id } });
    const missing = await speaker.api.send('getFile', { params: { id: '00000000-0000-4000-8000-000000000000' } });
    expect([refused.status, refused.error]).toEqual([missing.status, missing.error]);
  });

  test('another noun is given only the caller’s own, made for it', async () => {
    const { id } = await upload(speaker, 'takeaway');
    const files = server.get(FilesService);
    const [mine, theirs] = [ownScopeOf(speaker), ownScopeOf(await fellow())];
    const take = (scope: OwnScope, purpose: FilePurpose) => server.make.act(town, () => files.requireOwn(scope, id, purpose));
    await expect(take(mine, 'takeaway')).resolves.toMatchObject({ id });
    await expect(take(mine, 'reflection')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(take(theirs, 'takeaway')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('opening a file', () => {
  const sound = bytes(`OggS${'0123456789'.repeat(10)}`);
  const open = async (headers: Record<string, string> = {}, actor = speaker) => {
    const { id } = await upload(actor, 'takeaway', sound);
    return actor.api.send('getFile', { params: { id }, headers });
  };
  const textOf = (body: unknown): string => Buffer.from(body as Uint8Array).toString();

  test('gives all of it, as what it is and nothing else', async () => {
    const { status, headers, body } = await open();
    expect([status, textOf(body)]).toEqual([200, sound.bytes.toString()]);
    expect(Object.fromEntries(['content-type', 'content-length', 'x-content-type-options', 'content-disposition', 'accept-ranges'].map((name) => [name, headers.get(name)]))).toEqual({
      'content-type': 'audio/ogg', 'content-length': '104', 'x-content-type-options': 'nosniff', 'content-disposition': 'inline', 'accept-ranges': 'bytes',
    });
  });

  test('gives the range that a player seeks', async () => {
    const part = async (range: string) => {
      const { status, headers, body } = await open({ range });
      return [status, headers.get('content-range'), textOf(body).length];
    };
    expect(await part('bytes=0-3')).toEqual([206, 'bytes 0-3/104', 4]);
    expect(await part('bytes=100-')).toEqual([206, 'bytes 100-103/104', 4]);
    expect(await part('bytes=-10')).toEqual([206, 'bytes 94-103/104', 10]);
    expect(await part('bytes=0-9999')).toEqual([206, 'bytes 0-103/104', 104]);
    expect(await part('bytes=0-1,5-6')).toEqual([200, null, 104]);
    expect(await part('lines=1-2')).toEqual([200, null, 104]);
    expect((await open({ range: 'bytes=104-' })).error.code).toBe('RANGE_INVALID');
    expect((await open({ range: 'bytes=0-3', 'if-range': '"another"' })).status).toBe(200);
  });

  test('is kept by a phone only after asking, and not sent again when it has it', async () => {
    const { id } = await upload(speaker, 'takeaway', sound);
    const first = await speaker.api.send('getFile', { params: { id } });
    expect([first.headers.get('cache-control'), first.headers.get('vary')]).toEqual(['private, no-cache', 'Authorization']);
    const again = await speaker.api.send('getFile', { params: { id }, headers: { 'if-none-match': first.headers.get('etag') ?? '' } });
    expect([again.status, textOf(again.body)]).toEqual([304, '']);
  });

  test('of a sent lesson may be kept by anybody', async () => {
    const admin = await server.make.actor({ town, roles: ['admin'] });
    const { id } = await upload(admin, 'lesson');
    await publish(id);
    const { headers } = await server.api.send('getFile', { params: { id }, query: { town: town.code } });
    expect(headers.get('cache-control')).toBe('public, max-age=604800, immutable');
  });

  test('that is a paper is saved, not opened in place', async () => {
    const admin = await server.make.actor({ town, roles: ['admin'] });
    const { id } = await upload(admin, 'lesson', bytes('%PDF-1.7'));
    expect((await admin.api.send('getFile', { params: { id } })).headers.get('content-disposition')).toBe(`attachment; filename="${id}.pdf"`);
  });
});
