import type { Request } from '@weidangxiao/shared/contract/all.ts';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Actor, MadeTown } from '../../test/factory.ts';
import { pngFile } from '../../test/matrix/files.ts';
import { paragraph } from '../../test/matrix/world.ts';
import { inTheSameMoment } from '../../test/same-moment.ts';
import { startTestServer, type TestServer } from '../../test/test-server.ts';

type NewPlan = Request<'createImplementationPlan'>['body'];

const now = Date.parse('2026-11-24T15:00:00+08:00');
let server: TestServer;
let town: MadeTown;
let admin: Actor;
let member: Actor;
beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  server.at(now);
  town = await server.make.town();
  admin = await server.make.actor({ town, roles: ['admin'], name: '林管理' });
  member = await server.make.actor({ town });
});
afterAll(() => server.close());

const bodyOf = (more: Partial<NewPlan> = {}): NewPlan => ({ clientId: randomUUID(), basedOn: 0, title: '微党校实施方案', blocks: [paragraph('每月一次。')], effectiveFrom: '2026-05-15', changes: '第一版', ...more });
const write = (more: Partial<NewPlan> = {}, by = admin) => by.api.send('createImplementationPlan', { body: bodyOf(more) });
/** Logins end in the meantime. */
async function later(at: string): Promise<void> {
  server.at(at);
  member = await server.make.anew(member);
}
const current = (version?: number) => member.api.send('getImplementationPlan', { query: { version } });

test('before the first version there is none to read', async () => {
  expect((await current()).error.code).toBe('NOT_FOUND');
  expect((await member.api.call('listImplementationPlans')).total).toBe(0);
});

test('everybody of the town reads the version in force; earlier ones stay to be read', async () => {
  await write();
  await write({ basedOn: 1, blocks: [paragraph('每月两次。')], effectiveFrom: '2026-09-01', changes: '每月改成两次' });
  expect((await current()).body).toMatchObject({ version: 2, state: 'current', changes: '每月改成两次', blocks: [paragraph('每月两次。')], created: { at: now, by: { name: '林管理' } } });
  expect((await current(1)).body).toMatchObject({ version: 1, state: 'past', blocks: [paragraph('每月一次。')] });
  expect((await current(3)).error.code).toBe('NOT_FOUND');
});

test('a version comes into force on its day', async () => {
  await write({ effectiveFrom: '2026-12-01' });
  expect((await current()).body).toMatchObject({ version: 1, state: 'coming' });
  await write({ basedOn: 1, effectiveFrom: '2027-01-01', changes: '明年的' });
  await later('2026-12-31T23:59:59+08:00');
  expect((await current()).body).toMatchObject({ version: 1, state: 'current' });
  await later('2027-01-01T00:00:00+08:00');
  expect((await current()).body).toMatchObject({ version: 2, state: 'current' });
});

test('versions are listed newest first, page by page, without their bodies', async () => {
  for (const basedOn of [0, 1, 2]) await write({ basedOn, effectiveFrom: `202${5 + basedOn}-05-15` });
  const { items, total } = await member.api.call('listImplementationPlans', { query: { pageSize: 2 } });
  expect({ total, seen: items.map(({ version, state }) => [version, state]) }).toEqual({ total: 3, seen: [[3, 'coming'], [2, 'current']] });
  expect(items[0]).not.toHaveProperty('blocks');
  expect((await member.api.call('listImplementationPlans', { query: { page: 2, pageSize: 2 } })).items.map(({ version }) => version)).toEqual([1]);
});

test('no version is in force before the one that it follows', async () => {
  await write({ effectiveFrom: '2026-09-01' });
  expect((await write({ basedOn: 1, effectiveFrom: '2026-08-31' })).error).toMatchObject({ code: 'INPUT_INVALID', field: 'effectiveFrom', message: '有一项填得不对：上一版2026年9月1日起施行，这一版不能更早' });
});

test('whoever has not seen the newest version does not follow it', async () => {
  await write();
  expect((await write()).error).toMatchObject({ code: 'IMPLEMENTATION_PLAN_CHANGED', message: '刚有人发了第1版，请看过那一版再写' });
  const other = await server.make.actor({ town, roles: ['admin'] });
  const replies = await inTheSameMoment(server, () => Promise.all([write({ basedOn: 1, changes: '甲' }), write({ basedOn: 1, changes: '乙' }, other)]));
  expect(replies.map(({ status }) => status).sort()).toEqual([201, 409]);
  expect(replies.find(({ status }) => status === 409)?.error.message).toContain('第2版');
  expect((await member.api.call('listImplementationPlans')).total).toBe(2);
});

test('sent twice it is one version; another text under the same id is refused', async () => {
  const body = bodyOf();
  const [first, again] = await inTheSameMoment(server, () => Promise.all([0, 1].map(() => admin.api.call('createImplementationPlan', { body }))));
  expect(again).toEqual(first);
  expect(await admin.api.call('createImplementationPlan', { body })).toEqual(first);
  expect((await write({ ...body, title: '别的方案' })).error.code).toBe('CLIENT_ID_REUSED');
});

test('comes from Word as lessons do, and its pictures are seen by the whole town', async () => {
  const file = { name: '方案.docx', bytes: readFileSync(new URL('../../test/fixtures/theme-2026-W48.docx', import.meta.url)) };
  const { blocks } = await admin.api.call('createLessonImport', { file });
  expect((await write({ blocks })).status).toBe(201);
  expect((await current()).body.blocks).toEqual(blocks);
  const picture = blocks.find((block) => block.type === 'image');
  expect(await member.api.codeOf('getFile', { params: { id: picture?.type === 'image' ? picture.fileId : '' } })).toBe('ok');
});

test('shows only pictures that the town has', async () => {
  const stranger = await server.make.actor({ roles: ['admin'] });
  const { id } = await stranger.api.call('createFile', { query: { purpose: 'lesson' }, file: pngFile() });
  expect((await write({ blocks: [{ type: 'image', fileId: id, width: 1, height: 1, alt: '' }] })).error.code).toBe('NOT_FOUND');
  expect((await write({ blocks: [] })).error).toMatchObject({ code: 'INPUT_INVALID', field: 'blocks' });
});
