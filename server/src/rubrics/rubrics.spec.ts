import type { Request } from '@weidangxiao/shared/contract/all.ts';
import { randomUUID } from 'node:crypto';
import type { Actor, MadeTown } from '../../test/factory.ts';
import { rubricOf } from '../../test/rubrics.ts';
import { inTheSameMoment } from '../../test/same-moment.ts';
import { startTestServer, type TestServer } from '../../test/test-server.ts';
import { RubricsService } from './rubrics.service.ts';

type NewVersion = Request<'createRubricVersion'>['body'];

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

/** Five points go from the night school to the study together. */
const heavier = (version: string, centralized = '35', night = '10') => rubricOf({ version, max: { centralized, night } });
const bodyOf = (more: Partial<NewVersion> = {}): NewVersion => ({ clientId: randomUUID(), month: '2026-12', reason: '集中学习要加重', rubric: heavier('2026-2'), ...more });
const adopt = (more: Partial<NewVersion> = {}, by = admin) => by.api.send('createRubricVersion', { body: bodyOf(more) });
const listed = async () => (await member.api.call('listRubricVersions')).items;
const withdraw = (id: string | null, by = admin) => by.api.send('withdrawRubricVersion', { params: { id: id ?? '' }, body: { reason: '再议一次' } });
async function later(at: string): Promise<void> {
  server.at(at);
  [admin, member] = [await server.make.anew(admin), await server.make.anew(member)];
}

test('every town starts from the built-in rubric', async () => {
  expect(await member.api.call('getRubric')).toMatchObject({ version: '2026-1', effectiveFrom: '2026-01-01', rubric: { max: { centralized: '30' } }, coming: [] });
  expect(await listed()).toMatchObject([{ id: null, version: '2026-1', state: 'current', reason: null, created: null }]);
});

test('a version holds from its month on, and everybody sees it coming, with its reason and who wrote it', async () => {
  expect((await adopt()).body).toMatchObject({ version: '2026-2', effectiveFrom: '2026-12-01', state: 'coming', reason: '集中学习要加重', created: { at: now, by: { name: '林管理' } }, rubric: { max: { centralized: '35', night: '10' } } });
  expect(await member.api.call('getRubric')).toMatchObject({ version: '2026-1', coming: [{ version: '2026-2', effectiveFrom: '2026-12-01' }] });
  await later('2026-12-01T00:00:00+08:00');
  expect(await member.api.call('getRubric')).toMatchObject({ version: '2026-2', rubric: { max: { centralized: '35' } }, coming: [] });
  expect((await listed()).map(({ version, state }) => [version, state])).toEqual([['2026-1', 'past'], ['2026-2', 'current']]);
});

test('a month that is over keeps the rubric that it had', async () => {
  await adopt();
  await later('2026-12-05T10:00:00+08:00');
  await adopt({ month: '2027-01', rubric: heavier('2027-1', '33', '12') });
  const versionIn = async (month: string) => (await server.get(RubricsService).forMonth(town.scope, month)).version;
  expect(await Promise.all(['2025-06', '2026-11', '2026-12', '2027-01', '2031-07'].map(versionIn))).toEqual(['2026-1', '2026-1', '2026-2', '2027-1', '2027-1']);
  expect(await member.api.call('getMyReceipt', { params: { month: '2026-11' } })).toMatchObject({ rubricVersion: '2026-1' });
  expect(await member.api.call('getMyReceipt', { params: { month: '2026-12' } })).toMatchObject({ rubricVersion: '2026-2' });
});

test('it begins with a month that has not begun, not in the middle of one', async () => {
  for (const month of ['2026-11', '2026-01']) expect((await adopt({ month })).error).toMatchObject({ code: 'RUBRIC_MONTH_BEGUN', field: 'month', message: '规则只能从还没开始的月份起用，最早2026年12月' });
  await later('2026-11-30T23:59:59+08:00');
  expect((await adopt()).status).toBe(201);
});

test('a rubric that does not add up is refused with every fault by its field', async () => {
  const rubric = rubricOf({ version: '2026-2', max: { centralized: '35' }, bands: { good: '95' }, vote: { trimFrom: 2 } });
  const { error } = await adopt({ rubric });
  expect(error).toEqual({
    ...{ code: 'RUBRIC_FAULTY', field: 'rubric.max', message: '这份规则有3处要改：五类加起来是105分，要正好100分' },
    detail: { count: 3, first: '五类加起来是105分，要正好100分', 'rubric.max': '五类加起来是105分，要正好100分', 'rubric.bands.good': '“良”要比“优”低', 'rubric.vote.trimFrom': '要是3到100的整数，去掉两头要有剩' },
  });
  expect((await listed()).length).toBe(1);
});

test('one version a month, one label a version, and nothing that changes nothing', async () => {
  await adopt();
  expect((await adopt({ rubric: heavier('2026-3') })).error).toMatchObject({ code: 'RUBRIC_MONTH_TAKEN', field: 'month', message: '从2026年12月起用的已有2026-2版。要换，先撤回那一版' });
  for (const version of ['2026-1', '2026-2']) expect((await adopt({ month: '2027-01', rubric: heavier(version, '40', '5') })).error).toMatchObject({ code: 'RUBRIC_VERSION_TAKEN', field: 'rubric.version' });
  expect((await adopt({ month: '2027-01', rubric: heavier('2027-1') })).error).toMatchObject({ code: 'RUBRIC_SAME', message: '和2026-2版一样，没有要改的' });
});

test('of two admins who adopt for the same month in the same moment one is told', async () => {
  const other = await server.make.actor({ town, roles: ['admin'] });
  const replies = await inTheSameMoment(server, () => Promise.all([adopt(), adopt({ rubric: heavier('2026-3') }, other)]));
  expect(replies.map(({ status, error }) => (status === 201 ? 'adopted' : error.code)).sort()).toEqual(['RUBRIC_MONTH_TAKEN', 'adopted']);
});

test('sent twice it is one version; other figures under the same id are refused', async () => {
  const body = bodyOf();
  const [first, again] = await inTheSameMoment(server, () => Promise.all([0, 1].map(() => admin.api.call('createRubricVersion', { body }))));
  expect(again).toEqual(first);
  expect(await admin.api.call('createRubricVersion', { body })).toEqual(first);
  expect((await adopt({ ...body, reason: '别的理由' })).error.code).toBe('CLIENT_ID_REUSED');
});

test('one that has not begun can be withdrawn with a reason; its month is free again, its label stays used', async () => {
  const { id } = (await adopt()).body;
  expect((await withdraw(id)).body).toMatchObject({ state: 'withdrawn', withdrawn: { at: now, by: { name: '林管理' }, reason: '再议一次' } });
  expect((await withdraw(id)).status).toBe(200);
  expect(await member.api.call('getRubric')).toMatchObject({ coming: [] });
  server.at(now + 60_000);
  expect((await adopt()).error.code).toBe('RUBRIC_VERSION_TAKEN');
  expect((await adopt({ rubric: heavier('2026-3') })).status).toBe(201);
  await later('2026-12-05T10:00:00+08:00');
  expect((await listed()).map(({ version, state }) => [version, state])).toEqual([['2026-1', 'past'], ['2026-2', 'withdrawn'], ['2026-3', 'current']]);
});

test('one that has begun stays, and no other town can withdraw it', async () => {
  const { id } = (await adopt()).body;
  expect((await withdraw(id, await server.make.actor({ roles: ['admin'] }))).error.code).toBe('NOT_FOUND');
  await later('2026-12-01T00:00:00+08:00');
  expect((await withdraw(id)).error).toMatchObject({ code: 'RUBRIC_BEGUN', message: '2026-2版已经起用，不能撤回。要改，请从下个月起定新的一版' });
});

test('versions are listed page by page, the built-in one first', async () => {
  for (const at of [1, 2, 3]) expect((await adopt({ month: `2027-0${at}`, rubric: heavier(`2027-0${at}`, `${30 + at}`, `${15 - at}`) })).status).toBe(201);
  const page = async (at: number) => (await member.api.call('listRubricVersions', { query: { page: at, pageSize: 2 } })).items.map(({ version }) => version);
  expect([await page(1), await page(2), await page(3)]).toEqual([['2026-1', '2027-01'], ['2027-02', '2027-03'], []]);
});

describe('the word that the source lacks', () => {
  const check = (label = '小组研讨学习') => admin.api.send('checkRubricLabel', { params: { dimension: 'group' }, body: { label } });
  const remark = async () => (await member.api.call('getRubric')).remarks;

  test('is marked for checking until an admin has compared the label with the original', async () => {
    expect(await remark()).toEqual([{ dimension: 'group', label: '小组研讨学习', note: '原文缺字，请核对', checked: null }]);
    expect((await check()).body).toMatchObject({ checked: { at: now, by: { name: '林管理' } } });
    expect(await remark()).toMatchObject([{ checked: { by: { name: '林管理' } } }]);
    expect((await check()).status).toBe(200);
  });

  test('is marked again under another label', async () => {
    await check();
    await adopt({ rubric: rubricOf({ version: '2026-2', labels: { group: '专题研讨学习' } }) });
    await later('2026-12-02T10:00:00+08:00');
    expect(await remark()).toMatchObject([{ label: '专题研讨学习', checked: null }]);
    expect((await check()).error).toMatchObject({ code: 'RUBRIC_LABEL_CHANGED', message: '这一类现在叫“专题研讨学习”，请对照原文再核对一次' });
    expect((await check('专题研讨学习')).status).toBe(200);
  });

  test('is no matter for a kind whose name is whole', async () => {
    expect(await admin.api.codeOf('checkRubricLabel', { params: { dimension: 'night' }, body: { label: '夜校学习' } })).toBe('NOT_FOUND');
  });
});
