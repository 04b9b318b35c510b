import { randomUUID } from 'node:crypto';
import type { Actor, MadeTown } from '../../test/factory.ts';
import { pngFile, voiceFile } from '../../test/matrix/files.ts';
import { startTestServer, type TestServer } from '../../test/test-server.ts';
import { LessonsService } from './lessons.service.ts';

const monday = '2026-11-23';
let server: TestServer;
let town: MadeTown;
let admin: Actor;
let member: Actor;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  town = await server.make.town();
  admin = await server.make.actor({ town, roles: ['admin'] });
  member = await server.make.actor({ town });
});

const bodyOf = (wanted: Partial<{ title: string; category: 'theory' | 'history' | 'farming'; blocks: object[]; audio: object | null; source: string; note: string }> = {}) =>
  ({ title: '冬油菜管护', category: 'farming', blocks: [{ type: 'paragraph', runs: [{ text: '清沟、追肥、防冻。' }] }], ...wanted }) as never;
async function write(wanted: Parameters<typeof bodyOf>[0] = {}): Promise<string> {
  return (await admin.api.call('createLesson', { body: bodyOf(wanted) })).id;
}
const send = (ids: string[], on = monday) => server.make.act(town, () => server.get(LessonsService).markSent(town.scope, ids, on));
const use = (themeId: string, ids: string[]) => server.make.act(town, () => server.get(LessonsService).useIn(town.scope, themeId, ids));
const lock = (themeId: string, locked: boolean) => server.make.act(town, () => server.get(LessonsService).lockFor(town.scope, themeId, locked));
const titles = async ({ api }: Actor, query = {}) => (await api.call('listLessons', { query })).items.map(({ title }) => title);
const picture = async (): Promise<string> => (await admin.api.call('createFile', { query: { purpose: 'lesson' }, file: pngFile() })).id;
const imageOf = (fileId: string) => ({ type: 'image', fileId, width: 1, height: 1, alt: '' });

describe('a lesson', () => {
  test('is written by an admin, with its reading time', async () => {
    const lesson = await admin.api.call('createLesson', { body: bodyOf({ blocks: [{ type: 'paragraph', runs: [{ text: '字'.repeat(900) }] }], source: '县农业局' }) });
    expect(lesson).toMatchObject({ title: '冬油菜管护', category: 'farming', minutes: 3, audio: null, source: '县农业局', sentOn: null, corrections: [] });
    expect(await admin.api.call('getLesson', { params: { id: lesson.id } })).toEqual(lesson);
  });

  test('shows only pictures and sound that the town has for lessons', async () => {
    const other = await server.make.actor({ roles: ['admin'] });
    const { id: theirs } = await other.api.call('createFile', { query: { purpose: 'lesson' }, file: pngFile() });
    const { id: voice } = await admin.api.call('createFile', { query: { purpose: 'takeaway' }, file: voiceFile() });
    expect(await admin.api.codeOf('createLesson', { body: bodyOf({ blocks: [imageOf(await picture())] }) })).toBe('ok');
    for (const fileId of [randomUUID(), theirs, voice]) expect(await admin.api.codeOf('createLesson', { body: bodyOf({ blocks: [imageOf(fileId)] }) })).toBe('NOT_FOUND');
    expect(await admin.api.codeOf('createLesson', { body: bodyOf({ audio: { fileId: voice, seconds: 30 } }) })).toBe('NOT_FOUND');
  });

  test('that is a draft is there for planners alone', async () => {
    const id = await write();
    const approver = await server.make.actor({ town, roles: ['approver'] });
    expect(await titles(approver)).toEqual(['冬油菜管护']);
    expect(await titles(member)).toEqual([]);
    expect(await member.api.codeOf('getLesson', { params: { id } })).toBe('NOT_FOUND');
    expect(await server.api.codeOf('getLesson', { params: { id }, query: { town: town.code } })).toBe('NOT_FOUND');
  });

  test('that was sent is there for everybody, members and guests of the town', async () => {
    const id = await write();
    await send([id]);
    expect(await titles(member)).toEqual(['冬油菜管护']);
    expect(await server.api.call('getLesson', { params: { id }, query: { town: town.code } })).toMatchObject({ id, sentOn: monday });
    const stranger = await server.make.town();
    expect(await server.api.codeOf('getLesson', { params: { id }, query: { town: stranger.code } })).toBe('NOT_FOUND');
  });

  test('that was sent shows its pictures and sound to everybody; a draft’s stay with the planners', async () => {
    const [shown, heard, kept] = [await picture(), (await admin.api.call('createFile', { query: { purpose: 'lesson' }, file: voiceFile() })).id, await picture()];
    await send([await write({ blocks: [imageOf(shown)], audio: { fileId: heard, seconds: 60 } })]);
    await write({ blocks: [imageOf(kept)] });
    const asGuest = (id: string) => server.api.codeOf('getFile', { params: { id }, query: { town: town.code } });
    expect([await asGuest(shown), await asGuest(heard), await asGuest(kept)]).toEqual(['ok', 'ok', 'NOT_FOUND']);
    expect(await member.api.codeOf('getFile', { params: { id: kept } })).toBe('NOT_FOUND');
  });

  test('sent twice is of its latest Monday', async () => {
    const id = await write();
    await send([id], '2026-11-16');
    await send([id], monday);
    await send([id], '2026-11-09');
    expect((await member.api.call('getLesson', { params: { id } })).sentOn).toBe(monday);
  });

  test('is found by month, category and words of its title; drafts come first', async () => {
    const [older, newer] = [await write({ title: '油菜100%出苗', category: 'farming' }), await write({ title: '一段党史', category: 'history' })];
    await write({ title: '还是草稿' });
    await send([older], '2026-10-26');
    await send([newer], '2026-11-02');
    expect(await titles(admin)).toEqual(['还是草稿', '一段党史', '油菜100%出苗']);
    expect(await titles(member)).toEqual(['一段党史', '油菜100%出苗']);
    expect(await titles(member, { month: '2026-10' })).toEqual(['油菜100%出苗']);
    expect(await titles(member, { category: 'history' })).toEqual(['一段党史']);
    expect(await titles(member, { q: '100%' })).toEqual(['油菜100%出苗']);
    expect(await titles(member, { q: '_' })).toEqual([]);
    expect(await admin.api.call('listLessons', { query: { page: 2, pageSize: 2 } })).toMatchObject({ total: 3, items: [{ title: '油菜100%出苗' }] });
  });
});

describe('changing a lesson', () => {
  test('a draft changes freely', async () => {
    const id = await write();
    const changed = await admin.api.call('updateLesson', { params: { id }, body: bodyOf({ title: '改过的课', category: 'theory' }) });
    expect(changed).toMatchObject({ id, title: '改过的课', category: 'theory', corrections: [] });
  });

  test('a draft whose theme waits for approval, or has it, keeps still until the theme is taken back', async () => {
    const [id, theme] = [await write(), randomUUID()];
    const change = () => admin.api.codeOf('updateLesson', { params: { id }, body: bodyOf({ title: '悄悄改' }) });
    await use(theme, [id]);
    expect(await change()).toBe('ok');
    await lock(theme, true);
    expect(await change()).toBe('LESSON_LOCKED');
    await lock(theme, false);
    expect(await change()).toBe('ok');
  });

  test('what was sent changes only with a note that its readers see', async () => {
    const id = await write();
    await send([id]);
    expect(await admin.api.codeOf('updateLesson', { params: { id }, body: bodyOf({ title: '悄悄改' }) })).toBe('LESSON_SENT');
    await admin.api.call('updateLesson', { params: { id }, body: bodyOf({ note: '追肥的日子写错了，已改正' }) });
    server.at(server.now() + 60_000);
    await admin.api.call('updateLesson', { params: { id }, body: bodyOf({ title: '冬油菜三件事', note: '换了标题' }) });
    const seen = await server.api.call('getLesson', { params: { id }, query: { town: town.code } });
    expect(seen).toMatchObject({ title: '冬油菜三件事', corrections: [{ note: '换了标题', at: server.now() }, { note: '追肥的日子写错了，已改正' }] });
  });

  test('a picture that a correction brings is seen by everybody', async () => {
    const [id, fileId] = [await write(), await picture()];
    await send([id]);
    await admin.api.call('updateLesson', { params: { id }, body: bodyOf({ blocks: [imageOf(fileId)], note: '补了一张图' }) });
    expect(await server.api.codeOf('getFile', { params: { id: fileId }, query: { town: town.code } })).toBe('ok');
  });
});

describe('deleting a lesson', () => {
  test('a draft in no theme goes', async () => {
    const id = await write();
    await admin.api.call('deleteLesson', { params: { id } });
    expect(await admin.api.codeOf('getLesson', { params: { id } })).toBe('NOT_FOUND');
    expect(await admin.api.codeOf('deleteLesson', { params: { id } })).toBe('NOT_FOUND');
  });

  test('one in a theme stays until the theme lets go of it', async () => {
    const [id, theme] = [await write(), randomUUID()];
    await use(theme, [id, await write()]);
    expect(await admin.api.codeOf('deleteLesson', { params: { id } })).toBe('LESSON_IN_USE');
    await use(theme, []);
    expect(await admin.api.codeOf('deleteLesson', { params: { id } })).toBe('ok');
  });

  test('one that was sent stays for ever', async () => {
    const id = await write();
    await send([id]);
    expect(await admin.api.codeOf('deleteLesson', { params: { id } })).toBe('LESSON_IN_USE');
  });
});

describe('lessons for a theme', () => {
  test('come in its order, without those that the reader may not see', async () => {
    const [first, second] = [await write({ title: '甲' }), await write({ title: '乙' })];
    const lessons = server.get(LessonsService);
    expect((await lessons.rows(town.scope, [second, first])).map(({ title }) => title)).toEqual(['乙', '甲']);
    expect(await lessons.rows(town.scope, [])).toEqual([]);
  });

  test('must all be there, each once', async () => {
    const id = await write();
    const lessons = server.get(LessonsService);
    await expect(lessons.requireAll(town.scope, [id])).resolves.toBeUndefined();
    await expect(lessons.requireAll(town.scope, [id, randomUUID()])).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(lessons.requireAll(town.scope, [id, id])).rejects.toMatchObject({ code: 'INPUT_INVALID' });
  });
});
