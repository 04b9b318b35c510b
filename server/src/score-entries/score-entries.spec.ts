import type { Request } from '@weidangxiao/shared/contract/all.ts';
import { randomUUID } from 'node:crypto';
import { closeMonth } from '../../test/closed-month.ts';
import type { Actor, MadeTown } from '../../test/factory.ts';
import { pngFile } from '../../test/matrix/files.ts';
import { inTheSameMoment } from '../../test/same-moment.ts';
import { startTestServer, type TestServer } from '../../test/test-server.ts';
import { AssessmentYearsRepository } from '../annual-scores/assessment-years.repository.ts';
import { AssessmentMonthsService } from '../assessment-months/assessment-months.service.ts';
import { MonthlyScoresService } from '../monthly-scores/monthly-scores.service.ts';
import { ScoreEntriesService } from './score-entries.service.ts';

type Body = Request<'createScoreEntry'>['body'];

const month = '2026-11';
let server: TestServer;
let town: MadeTown;
let committee: Actor;
let member: Actor;
let leader: Actor;
beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  server.at('2026-11-26T10:00:00+08:00');
  town = await server.make.town();
  leader = await server.make.actor({ town, roles: ['leader'], name: '罗组长' });
  member = await server.make.actor({ town, groupId: leader.member.groupId, name: '王学员' });
  committee = await server.make.actor({ town, roles: ['committee'], name: '何委员' });
});
afterAll(() => server.close());

async function later(at: string): Promise<void> {
  server.at(at);
  [committee, member, leader] = [await server.make.anew(committee), await server.make.anew(member), await server.make.anew(leader)];
}

const told = (): { clientId: string; memberId: string; on: string; reason: string; evidence: string } => ({ clientId: randomUUID(), memberId: member.member.id, on: '2026-11-20', reason: '帮三户老人收了晚稻', evidence: '村务公开栏照片' });
const bonus = (more: object = {}): Body => ({ kind: 'bonus', month, points: '2', ...told(), ...more });
const deduction = (more: object = {}): Body => ({ kind: 'deduction', month, points: '0.5', ...told(), reason: '无故不到三会一课', evidence: '签到表', ...more });
const results = (more: object = {}): Body => ({ kind: 'results', year: '2026', points: '6.5', ...told(), reason: '县级优秀学员', evidence: '表彰文件', ...more });
const talk = (more: object = {}): Body => ({ kind: 'talk', month, talkedBy: '何委员', ...told(), on: '2026-12-07', reason: '三次没来，也没有补学', evidence: '谈话记录在镇党建办档案柜', ...more });
const enter = (body: Body, by = committee) => by.api.call('createScoreEntry', { body });
const refused = (body: Body, by = committee) => by.api.codeOf('createScoreEntry', { body });
const reverse = (id: string, reason = '记错了人', by = committee) => by.api.send('reverseScoreEntry', { params: { id }, body: { reason } });
const listed = async (show: 'points' | 'results' | 'talk' = 'points', period = show === 'results' ? '2026' : month) => committee.api.call('listScoreEntries', { query: { show, period } });
const standing = () => server.get(ScoreEntriesService);
const noticesOf = async ({ api }: Actor) => (await api.call('listNotices', { query: { pageSize: 100 } })).items.filter(({ kind }) => kind === 'score-entry').map(({ title, text, link }) => [title, text, link]);

describe('bonus and deduction', () => {
  test('are entered with reason, evidence and day, and whom they are about hears why', async () => {
    const entry = await enter(bonus());
    expect(entry).toMatchObject({ kind: 'bonus', period: month, points: '2.00', on: '2026-11-20', reason: '帮三户老人收了晚稻', evidence: '村务公开栏照片', hasFile: false, talkedBy: null, member: { name: '王学员' }, enteredBy: { name: '何委员' }, reversal: null });
    server.at('2026-11-26T10:05:00+08:00');
    await enter(deduction());
    expect(await noticesOf(member)).toEqual([
      ['十一月扣分0.5分', '无故不到三会一课。依据和规则在得分明细里。', '/receipts/2026-11'],
      ['十一月加分2分', '帮三户老人收了晚稻。依据和规则在得分明细里。', '/receipts/2026-11'],
    ]);
    expect(await listed()).toMatchObject({ open: true, caps: { bonus: '5', deduction: '10', version: '2026-1' }, total: 2, items: [{ kind: 'deduction', points: '0.50' }, { id: entry.id }] });
    expect(await standing().ofMonth(town.scope, month, [member.member.id, leader.member.id])).toEqual(new Map([[member.member.id, { bonus: ['2.00'], deductions: ['0.50'] }]]));
  });

  test('sent twice are one; another figure under the same id is refused', async () => {
    const body = bonus();
    const [first, again] = await inTheSameMoment(server, () => Promise.all([0, 1].map(() => enter(body))));
    expect(again).toEqual(first);
    expect((await listed()).total).toBe(1);
    expect(await refused({ ...body, points: '3' } as Body)).toBe('CLIENT_ID_REUSED');
  });

  test('are taken back on a day and with a reason, never edited, and stay on the list', async () => {
    const { id } = await enter(bonus());
    server.at('2026-11-26T10:05:00+08:00');
    expect((await reverse(id)).body).toMatchObject({ id, points: '2.00', reversal: { by: { name: '何委员' }, reason: '记错了人' } });
    expect((await reverse(id)).status).toBe(200);
    expect((await reverse(id, '又一个理由')).error.code).toBe('ENTRY_REVERSED');
    expect((await listed()).items).toMatchObject([{ id, reversal: { reason: '记错了人' } }]);
    expect(await standing().ofMonth(town.scope, month, [member.member.id])).toEqual(new Map());
    expect((await noticesOf(member))[0]).toEqual(['十一月的加分2分撤回了', '记错了人。', '/receipts/2026-11']);
  });

  test('nobody enters for oneself, nor takes back what is about oneself', async () => {
    expect(await refused(bonus({ memberId: committee.member.id }))).toBe('ENTRY_ONESELF');
    const other = await server.make.actor({ town, roles: ['committee'] });
    const { id } = await enter(deduction({ memberId: committee.member.id }), other);
    expect((await reverse(id)).error.code).toBe('ENTRY_ONESELF');
    expect((await reverse(id, '记错了人', other)).status).toBe(200);
  });

  test.each([
    ['0', '“0”要大于0'],
    ['-2', '“-2”不能是负数'],
    ['1.005', '“1.005”最多两位小数'],
    ['21', '“21”不能超过20'],
    ['很多', '“很多”要写成2或1.5这样的数'],
  ])('of %s points are refused in words', async (points, reason) => {
    const { status, error } = await committee.api.send('createScoreEntry', { body: bonus({ points }) });
    expect({ status, ...error }).toMatchObject({ status: 422, code: 'INPUT_INVALID', field: 'points', message: `有一项填得不对：${reason}` });
  });

  test('without a reason or evidence are refused', async () => {
    expect([await refused(bonus({ reason: ' ' })), await refused(bonus({ evidence: '' }))]).toEqual(['INPUT_INVALID', 'INPUT_INVALID']);
  });

  test('belong to a month that has begun, on a day of it', async () => {
    expect(await refused(bonus({ month: '2026-12', on: '2026-12-01' }))).toBe('INPUT_INVALID');
    for (const on of ['2026-10-31', '2026-11-27', '2026-12-01']) expect(await refused(bonus({ on }))).toBe('INPUT_INVALID');
    expect(await refused(bonus({ on: '2026-11-26' }))).toBe('ok');
  });

  test('are for people of a group, and of this town', async () => {
    const alone = await server.make.member({ town, groupId: null });
    expect((await committee.api.send('createScoreEntry', { body: bonus({ memberId: alone.id }) })).error).toMatchObject({ code: 'ENTRY_NO_GROUP', message: '11月26日那天，这位同志不在任何小组，没有这一期的分，不用录' });
    expect(await refused(bonus({ memberId: (await server.make.member()).id }))).toBe('NOT_FOUND');
  });

  test('of a month that is published can neither be entered nor taken back', async () => {
    const { id } = await enter(bonus());
    await later('2026-12-09T10:00:00+08:00');
    await closeMonth(server, town, month);
    expect(await refused(deduction())).toBe('ok');
    await server.make.act(town, () => server.get(AssessmentMonthsService).publish(town.scope, month));
    expect((await committee.api.send('createScoreEntry', { body: bonus() })).error).toMatchObject({ code: 'MONTH_PUBLISHED' });
    expect((await reverse(id)).error.code).toBe('MONTH_PUBLISHED');
    expect(await listed()).toMatchObject({ open: false, total: 2 });
  });

  test('enter the figures of a month that is scored, and no other month', async () => {
    await later('2026-12-09T10:00:00+08:00');
    await closeMonth(server, town, month);
    const facts = async () => (await server.get(MonthlyScoresService).scoresOf(town.scope, month, [member.member.id])).get(member.member.id);
    expect(await facts()).toMatchObject({ rated: false });
    await enter(bonus());
    expect(await standing().ofMonth(town.scope, '2026-10', [member.member.id])).toEqual(new Map());
    expect(await standing().linesOf(town.scope, month, member.member.id)).toMatchObject([{ kind: 'bonus', points: '2.00', on: '2026-11-20', reason: '帮三户老人收了晚稻', evidence: '村务公开栏照片', hasFile: false }]);
  });

  test('may show a picture, to the committee and to whom they are about alone', async () => {
    const { id: fileId } = await committee.api.call('createFile', { query: { purpose: 'evidence' }, file: pngFile() });
    const { id, hasFile } = await enter(bonus({ fileId }));
    expect(hasFile).toBe(true);
    const read = async ({ api }: Actor) => (await api.send('getScoreEntryFile', { params: { id } })).status;
    const admin = await server.make.actor({ town, roles: ['admin'] });
    expect(await Promise.all([committee, member, leader, admin].map(read))).toEqual([200, 200, 404, 404]);
    expect(await admin.api.codeOf('getFile', { params: { id: fileId } })).toBe('NOT_FOUND');
    const { id: bare } = await enter(bonus());
    expect(await member.api.codeOf('getScoreEntryFile', { params: { id: bare } })).toBe('NOT_FOUND');
    expect(await refused(bonus({ fileId: (await member.api.call('createFile', { query: { purpose: 'evidence' }, file: pngFile() })).id }))).toBe('NOT_FOUND');
  });
});

const summingUp = { year: '2026', run: 1, rubricVersion: '2026-1', weight: 1000, startedAt: 0, startedBy: randomUUID(), scoredThrough: null, scoredAt: null, publishedOn: null, publishedUntil: null, publishedBy: null };

describe('results of the year', () => {
  test('go from 0 to 10, one a member and year until it is taken back', async () => {
    const { id } = await enter(results());
    expect(await refused(results())).toBe('RESULTS_EXIST');
    expect(await refused(results({ points: '10.01' }))).toBe('INPUT_INVALID');
    expect(await standing().resultsOf(town.scope, '2026', [member.member.id])).toEqual(new Map([[member.member.id, '6.50']]));
    server.at('2026-11-26T10:05:00+08:00');
    await reverse(id, '分数录错');
    await enter(results({ points: '0' }));
    expect(await standing().resultsOf(town.scope, '2026', [member.member.id])).toEqual(new Map([[member.member.id, '0.00']]));
    expect((await listed('results')).items.map(({ points, reversal }) => [points, reversal !== null])).toEqual([['0.00', false], ['6.50', true]]);
    expect(await noticesOf(member)).toEqual([]);
  });

  test('by two at once are one', async () => {
    const other = await server.make.actor({ town, roles: ['committee'] });
    const codes = await inTheSameMoment(server, () => Promise.all([refused(results()), refused(results(), other)]));
    expect(codes.sort()).toEqual(['RESULTS_EXIST', 'ok']);
  });

  test('of a year to come, or of one that is just being summed up, are refused', async () => {
    expect(await refused(results({ year: '2027', on: '2027-01-01' }))).toBe('INPUT_INVALID');
    await server.make.act(town, () => server.get(AssessmentYearsRepository).insert(town.scope, summingUp));
    expect((await committee.api.send('createScoreEntry', { body: results() })).error).toMatchObject({ code: 'ENTRY_YEAR_SUMMED' });
    expect(await refused(results({ year: '2025', on: '2025-12-01', memberId: member.member.id }))).toBe('ENTRY_NO_GROUP');
    expect(await listed('results')).toMatchObject({ open: false, caps: null });
  });

  test('are asked for by year, points by month', async () => {
    expect(await committee.api.codeOf('listScoreEntries', { query: { show: 'results', period: month } })).toBe('INPUT_INVALID');
    expect(await committee.api.codeOf('listScoreEntries', { query: { show: 'points', period: '2026' } })).toBe('INPUT_INVALID');
  });
});

describe('a talk about a poor month', () => {
  test('is entered once the month is over, one that stands', async () => {
    expect(await refused(talk({ on: '2026-11-26' }))).toBe('INPUT_INVALID');
    await later('2026-12-08T10:00:00+08:00');
    expect(await refused(talk({ on: '2026-11-30' }))).toBe('INPUT_INVALID');
    const { id, points } = await enter(talk());
    expect(points).toBeNull();
    expect(await refused(talk())).toBe('TALK_EXISTS');
    expect(await standing().talksOf(town.scope, month, [member.member.id])).toEqual(new Map([[member.member.id, { reason: '三次没来，也没有补学', talkedBy: '何委员', talkedOn: '2026-12-07' }]]));
    expect((await listed('talk')).items).toMatchObject([{ id, evidence: '谈话记录在镇党建办档案柜', talkedBy: '何委员' }]);
    expect(await standing().ofMonth(town.scope, month, [member.member.id])).toEqual(new Map());
  });
});
