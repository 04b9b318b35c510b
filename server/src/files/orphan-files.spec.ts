import { randomUUID } from 'node:crypto';
import type { Actor, MadeTown } from '../../test/factory.ts';
import { pngFile, voiceFile } from '../../test/matrix/files.ts';
import { sendTheme } from '../../test/sent-themes.ts';
import { startTestServer, type TestServer } from '../../test/test-server.ts';
import { LessonsService } from '../lessons/lessons.service.ts';
import { FileStore } from '../platform/files/file-store.ts';
import { Database } from '../platform/database/database.ts';
import { FileReferencesRepository } from './file-references.repository.ts';
import { FilesService } from './files.service.ts';
import { OrphanFilesRepository } from './orphan-files.repository.ts';
import { type FilePurpose, StoredFile } from './stored-file.entity.ts';

const now = '2026-11-24T15:00:00+08:00';
const [minute, day] = [60_000, 86_400_000];
let server: TestServer;
let town: MadeTown;
let admin: Actor;
let member: Actor;

beforeAll(async () => {
  server = await startTestServer({ now, wechat: true });
});
beforeEach(async () => {
  server.at(now);
  town = await server.make.town();
  admin = await server.make.actor({ town, roles: ['admin'] });
  member = await server.make.actor({ town });
});
afterAll(() => server.close());

const upload = async (purpose: FilePurpose, by = purpose === 'lesson' ? admin : member): Promise<string> =>
  (await by.api.call('createFile', { query: { purpose }, file: purpose === 'takeaway' ? voiceFile() : pngFile() })).id;
const imageOf = (fileId: string) => ({ type: 'image' as const, fileId, width: 1, height: 1, alt: '' });
const lessonOf = (fileId: string, audio: string | null = null) => ({ title: '课', category: 'theory' as const, blocks: [imageOf(fileId)], audio: audio === null ? null : { fileId: audio, seconds: 30 } });
const sweepAfter = async (ms: number, on = server) => {
  server.at(Date.parse(now) + ms);
  await on.runJob('orphan-files');
};
/** Which of these are still there, row and bytes. */
async function kept(ids: readonly string[]): Promise<string[]> {
  const rows = await server.get(Database).rows(StoredFile).findBy({ townId: town.id });
  const there = await Promise.all(ids.map((id) => server.get(FileStore).readWhole(id).then(() => true, () => false)));
  return ids.filter((id, at) => there[at] && rows.some((row) => row.id === id));
}
const swept = async () => {
  const { items } = await (await server.make.login(admin.member)).call('listAuditRows', { query: { act: 'file.swept', pageSize: 100 } });
  return items.map(({ by, target }) => `${by} ${target}`);
};

test('An upload that nothing refers to goes after a day, not before, and the audit has it', async () => {
  const ids = [await upload('takeaway'), await upload('reflection'), await upload('lesson')];
  await sweepAfter(day - 1);
  expect(await kept(ids)).toEqual(ids);
  await sweepAfter(day + 1);
  expect(await kept(ids)).toEqual([]);
  expect((await swept()).sort()).toEqual(ids.map((id) => `system:orphan-files ${id}`).sort());
});

test('What lessons, their corrections, check-ins and reflections hold stays for ever', async () => {
  const [shown, heard, replaced, voice, photo] = [await upload('lesson'), await upload('lesson'), await upload('lesson'), await upload('takeaway'), await upload('reflection')];
  await sendTheme(server, town, '2026-11-23');
  await admin.api.call('createLesson', { body: lessonOf(shown, heard) });
  const { id } = await admin.api.call('createLesson', { body: lessonOf(replaced) });
  await server.make.act(town, () => server.get(LessonsService).markSent(town.scope, [id], '2026-11-23'));
  await admin.api.call('updateLesson', { params: { id }, body: { ...lessonOf(shown), note: '换了图' } });
  await member.api.call('createCheckIn', { body: { clientId: randomUUID(), monday: '2026-11-23', takeaway: { kind: 'voice', fileId: voice, seconds: 5 }, capturedAt: server.now() } });
  const reflection = { clientId: randomUUID(), kind: 'personal' as const, title: '草稿也算', paragraphs: ['一段'], pictures: [photo], monday: null };
  await member.api.call('createReflection', { body: reflection });
  const ids = [shown, heard, replaced, voice, photo];
  await sweepAfter(40 * day);
  expect(await kept(ids)).toEqual(ids);
});

test('A picture that its lesson lets go of is swept, one that another lesson holds is not', async () => {
  const [gone, shared] = [await upload('lesson'), await upload('lesson')];
  const { id } = await admin.api.call('createLesson', { body: { ...lessonOf(gone), blocks: [imageOf(gone), imageOf(shared)] } });
  await admin.api.call('createLesson', { body: lessonOf(shared) });
  await admin.api.call('updateLesson', { params: { id }, body: { ...lessonOf(gone), blocks: [{ type: 'paragraph', runs: [{ text: '没有图了' }] }] } });
  await sweepAfter(2 * day);
  expect(await kept([gone, shared])).toEqual([shared]);
});

test('What a noun takes in the very moment of the sweep stays', async () => {
  const id = await upload('takeaway');
  const file = await server.get(Database).rows(StoredFile).findOneByOrFail({ id });
  const taken = () => server.make.act(town, () => server.get(FilesService).requireAll(town.scope, [id], 'takeaway'));
  await taken();
  const doom = () => server.get(Database).write(() => server.get(OrphanFilesRepository).doom(town.scope, file, server.now()));
  expect(await doom()).toBe(false);
  await sweepAfter(2 * day);
  await expect(taken()).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

test('Two replicas sweep each file once', async () => {
  const ids = [];
  for (let count = 0; count < 6; count += 1) ids.push(await upload('reflection'));
  const other = await startTestServer({ beside: server });
  server.at(Date.parse(now) + 2 * day);
  await Promise.all([server.runJob('orphan-files'), other.runJob('orphan-files')]);
  expect((await swept()).length).toBe(6);
  await other.close();
});

test('A sweep that broke off is finished when its lease is lost; meanwhile the file is not there for anybody', async () => {
  const id = await upload('reflection');
  const files = server.get(OrphanFilesRepository);
  const row = await server.get(Database).rows(StoredFile).findOneByOrFail({ id });
  await server.get(Database).write(() => files.doom(town.scope, row, server.now()));
  expect(await member.api.codeOf('getFile', { params: { id } })).toBe('NOT_FOUND');
  await sweepAfter(14 * minute);
  expect(await swept()).toEqual([]);
  await sweepAfter(16 * minute);
  expect(await swept()).toEqual([`system:orphan-files ${id}`]);
});

test('Every column that could hold the id of a file is asked, of every noun there is', async () => {
  const references = server.get(FileReferencesRepository);
  const holders = references.holders();
  expect(holders.map(({ table, column }) => `${table.tableName}.${column.databaseName}`)).toEqual(
    expect.arrayContaining(['lessons.blocks', 'lessons.audio_file_id', 'lesson_corrections.before', 'check_ins.voice_file_id', 'reflections.pictures']),
  );
  const planted = holders.map((holder) => ({ ...holder, id: randomUUID() }));
  await server.get(Database).write(async () => {
    for (const table of new Set(planted.map((each) => each.table))) {
      const row = Object.fromEntries(table.columns.map((each, at) => [each.propertyName, valueFor(each, at)]));
      const held = planted.filter((each) => each.table === table).map(({ column, id }) => [column.propertyName, valueFor(column, 0) instanceof Array ? [{ deep: [{ fileId: id }] }] : id]);
      await server.get(Database).manager().insert(table.target, { ...row, townId: town.id, ...Object.fromEntries(held) });
    }
  });
  const found = await references.among(town.scope, [...planted.map(({ id }) => id), randomUUID()]);
  expect(planted.filter(({ id }) => !found.has(id)).map(({ table, column }) => `${table.tableName}.${column.databaseName}`)).toEqual([]);
  expect(found.size).toBe(planted.length);
});

/** Something that the column takes and that no other row has. */
function valueFor({ type, length, transformer }: { type: unknown; length: string; transformer?: unknown }, at: number): unknown {
  if (type === 'boolean') return false;
  if (type === 'varchar') return randomUUID().replaceAll('-', '').slice(0, Math.min(32, Number(length)));
  if (type === 'text') return transformer ? [] : 'text';
  return at;
}
