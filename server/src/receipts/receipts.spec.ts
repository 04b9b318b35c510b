import { randomUUID } from 'node:crypto';
import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import type { Api } from '../../test/api.ts';
import type { Actor, MadeTown } from '../../test/factory.ts';
import { sendTheme } from '../../test/sent-themes.ts';
import { Meeting, shanghai } from '../../test/sessions.ts';
import { startTestServer, type TestServer } from '../../test/test-server.ts';

type Receipt = Answer<'getMyReceipt'>;

const tuesday = '2026-11-24T15:00:00+08:00';
let server: TestServer;
let town: MadeTown;
let admin: Actor;
let leader: Actor;

beforeAll(async () => {
  server = await startTestServer({ now: tuesday });
  town = await server.make.town();
  admin = await server.make.actor({ town, roles: ['admin'] });
  leader = await server.make.actor({ town, roles: ['leader'], name: '陈组长' });
  for (const [monday, title] of [['2026-11-16', '清沟排水'], ['2026-11-23', '防骗五句']] as const) await sendTheme(server, town, monday, title);
});
afterAll(() => server.close());
beforeEach(() => server.at(tuesday));

const fellow = (more: object = {}): Promise<Actor> => server.make.actor({ town, groupId: leader.member.groupId, ...more });
const receiptOf = (api: Api, month = '2026-11'): Promise<Receipt> => api.call('getMyReceipt', { params: { month } });
const selfStudy = ({ lines }: Receipt) => lines.find(({ dimension }) => dimension === 'selfStudy');
const write = (api: Api, monday: string) => api.call('createCheckIn', { body: { clientId: randomUUID(), monday, capturedAt: server.now(), takeaway: { kind: 'text', text: '一句收获' } } });
const paper = (api: Api, { member }: Actor, monday: string, seenOn: string) => api.call('createPaperNote', { params: { id: member.id }, body: { clientId: randomUUID(), monday, text: '', seenOn } });

async function handIn({ api }: Actor, title = '田里的账'): Promise<string> {
  const { id } = await api.call('createReflection', { body: { clientId: randomUUID(), kind: 'personal', title, paragraphs: ['算清了。'] } });
  await api.call('submitReflection', { params: { id } });
  return id;
}

test('a running month: what is recorded, from what, by which rule, and what still can be', async () => {
  const me = await fellow({ name: '林谷雨' });
  await write(me.api, '2026-11-23');
  await paper(leader.api, me, '2026-11-16', '2026-11-18');
  const receipt = await receiptOf(me.api);
  // 16, 23 and 30 November: the two before were missed before the town began to send.
  expect(receipt).toMatchObject({ month: '2026-11', member: { name: '林谷雨' }, state: 'running', asOf: server.now(), rubricVersion: '2026-1', sumEarned: '10.67', sumMax: '20', S: null, mostStill: '9.33', adjustments: [] });
  expect(selfStudy(receipt)).toEqual({
    dimension: 'selfStudy',
    label: '个人自学',
    offered: true,
    earned: '10.67',
    max: '20',
    formula: '16 × 打卡2次 ÷ 3个周一 = 10.67，规则2026-1版',
    stillPossible: '还有1个周一可以记，交一篇心得，审过加4分，最多还能记9.33分',
    events: [
      { date: '2026-11-16', title: '第47周主题：清沟排水', evidence: '纸质笔记，陈组长11月18日看过', effect: '记1次' },
      { date: '2026-11-23', title: '第48周主题：防骗五句', evidence: '11月24日写的一句收获', effect: '记1次' },
    ],
  });
  expect(receipt.lines.filter(({ offered }) => !offered).map(({ label, earned }) => [label, earned])).toEqual([['集中学习', '0.00'], ['小组研讨学习', '0.00'], ['夜校学习', '0.00'], ['实践学习', '0.00']]);
  expect(receipt.spoken).toBe('十一月已记10.67分，个人自学10.67分，满分20，其余本月没有，最多还能记9.33分。');
});

test('paper and phone come to the same points', async () => {
  const [byPhone, onPaper] = [await fellow(), await fellow()];
  await write(byPhone.api, '2026-11-23');
  await paper(leader.api, onPaper, '2026-11-23', '2026-11-24');
  expect((await receiptOf(onPaper.api)).sumEarned).toBe((await receiptOf(byPhone.api)).sumEarned);
});

test('a reflection adds its points once it is accepted, and a takeaway never does', async () => {
  const me = await fellow();
  await write(me.api, '2026-11-23');
  const before = (await receiptOf(me.api)).sumEarned;
  const id = await handIn(me);
  const waiting = await receiptOf(me.api);
  expect(waiting.sumEarned).toBe(before);
  expect(selfStudy(waiting)?.stillPossible).toContain('心得在审，审过加4分');
  await admin.api.call('publishReflection', { params: { id } });
  const accepted = await receiptOf(me.api);
  expect([before, accepted.sumEarned]).toEqual(['5.33', '9.33']);
  expect(selfStudy(accepted)?.events.at(-1)).toEqual({ date: '2026-11-24', title: '心得：田里的账', evidence: '11月24日交，已审过', effect: '加4分' });
});

test('a late check-in earns nothing until the leader has accepted it, and then belongs to the month of its Monday', async () => {
  server.at('2026-12-08T10:00:00+08:00');
  const [me, boss] = [await fellow({ since: '2026-11-20' }), await server.make.login(leader.member)];
  const { id } = await write(me.api, '2026-11-23');
  const waiting = await receiptOf(me.api);
  expect(waiting).toMatchObject({ state: 'ended', sumEarned: '0.00' });
  expect(selfStudy(waiting)?.events.map(({ effect }) => effect)).toEqual(['等组长看']);
  await boss.call('decideLateCheckIn', { params: { id }, body: { accept: true } });
  // By now 30 November was missed and does not count.
  expect(await receiptOf(me.api)).toMatchObject({ sumEarned: '16.00', mostStill: '0.00', spoken: '十一月记16分，个人自学16分，满分20，其余本月没有，学习种类不够，这个月不评。' });
});

test('what is recorded does not shrink when the next theme is sent, and a holiday owes nothing', async () => {
  const home = await server.make.town();
  const boss = await server.make.actor({ town: home, roles: ['admin'] });
  const me = await server.make.actor({ town: home });
  await sendTheme(server, home, '2026-11-23');
  await write(me.api, '2026-11-23');
  expect((await receiptOf(me.api)).sumEarned).toBe('8.00');
  await boss.api.call('setHoliday', { params: { monday: '2026-11-30' }, body: { label: '农忙' } });
  expect((await receiptOf(me.api)).sumEarned).toBe('16.00');
  await boss.api.call('clearHoliday', { params: { monday: '2026-11-30' } });
  await sendTheme(server, home, '2026-11-30');
  server.at('2026-11-30T09:00:00+08:00');
  expect((await receiptOf(me.api)).sumEarned).toBe('8.00');
});

test('Mondays before joining are not owed, but a check-in for the week of joining counts', async () => {
  const joined = await fellow({ since: '2026-11-24' });
  const other = await fellow({ since: '2026-11-24' });
  await write(joined.api, '2026-11-23');
  expect([(await receiptOf(joined.api)).sumEarned, (await receiptOf(other.api)).sumEarned]).toEqual(['8.00', '0.00']);
  expect(selfStudy(await receiptOf(other.api))?.formula).toBe('16 × 打卡0次 ÷ 1个周一 = 0，规则2026-1版');
});

test('a month before anything has empty lines; one to come, or long before all records, is refused', async () => {
  const { api } = await fellow();
  const empty = await receiptOf(api, '2026-04');
  expect(empty).toMatchObject({ state: 'ended', sumEarned: '0.00', sumMax: '0', S: null, spoken: '四月还没有记录' });
  expect(empty.lines.every(({ offered, events }) => !offered && events.length === 0)).toBe(true);
  for (const month of ['2026-12', '1999-12', '0000-01']) {
    expect((await api.send('getMyReceipt', { params: { month } })).error).toMatchObject({ code: 'INPUT_INVALID', field: 'month' });
  }
});

test('the full score is for the member and the committee of the town alone', async () => {
  const [me, committee, foreign] = [await fellow(), await fellow({ roles: ['committee'] }), await server.make.actor({ roles: ['committee'] })];
  const sent = { params: { id: me.member.id, month: '2026-11' } };
  expect(await committee.api.call('getMemberReceipt', sent)).toEqual(await receiptOf(me.api));
  expect(await foreign.api.codeOf('getMemberReceipt', sent)).toBe('NOT_FOUND');
  expect(await leader.api.codeOf('getMemberReceipt', sent)).toBe('NOT_ALLOWED');
});

/** A session of that kind, called and closed out by the leader; answers the meeting with fresh logins. */
async function held(meeting: Meeting, kind: 'centralized' | 'group' | 'night' | 'practice', date: string, status: 'present' | 'late' | 'absent', more: { spoke?: boolean; title?: string } = {}): Promise<Meeting> {
  const later = await meeting.later(shanghai(date, '19:00'));
  const { member } = later.member(0);
  const { id, endsAt } = await later.opened({ startsAt: shanghai(date), kind, title: more.title ?? '冬油菜田间管理' });
  await later.leader.api.call('markAttendance', { params: { id }, body: { marks: [later.mark(member.id, status)] } });
  server.at(endsAt);
  await later.leader.api.call('closeStudySession', { params: { id }, body: later.closing({ spoke: more.spoke ? [member.id] : [] }) });
  return later;
}
const lineOf = ({ lines }: Receipt, dimension: Receipt['lines'][number]['dimension']) => lines.find((line) => line.dimension === dimension);
const hundredths = (figure: string): number => Math.round(Number(figure) * 100);

test('sessions feed the month: each kind with its records, how they are known, and what still can be done', async () => {
  let meeting = await Meeting.in(server, 1);
  meeting = await held(meeting, 'night', '2026-11-24', 'late');
  meeting = await held(meeting, 'night', '2026-11-25', 'absent', { title: '合同里的五条' });
  meeting = await held(meeting, 'group', '2026-11-26', 'present', { spoke: true, title: '对照找差距' });
  meeting = await held(meeting, 'practice', '2026-11-27', 'present', { title: '清沟日' });
  await meeting.session({ startsAt: shanghai('2026-11-28'), kind: 'centralized', title: '把饭碗端牢' });
  const receipt = await receiptOf(meeting.member(0).api);
  expect(lineOf(receipt, 'night')).toMatchObject({
    ...{ offered: true, earned: '3.75', formula: '15 × (0.5 + 0) ÷ 2次 = 3.75，规则2026-1版', stillPossible: '有1场可以补学，最多还能记7.5分' },
    events: [
      { date: '2026-11-24', title: '第1期：冬油菜田间管理', evidence: '迟到，组长点名，罗组长记', effect: '记半次' },
      { date: '2026-11-25', title: '第2期：合同里的五条', evidence: '缺，组长点名，罗组长记', effect: '没有记，12月9日前可以补学' },
    ],
  });
  expect(lineOf(receipt, 'group')).toMatchObject({ earned: '20.00', formula: '15 × 1 ÷ 1次 + 发言5 = 20，规则2026-1版', events: [{ evidence: '到，组长点名，罗组长记，发了言' }] });
  expect(lineOf(receipt, 'practice')).toMatchObject({ earned: '10.00', formula: '10 = 10，规则2026-1版', stillPossible: null });
  expect(lineOf(receipt, 'centralized')).toMatchObject({ offered: false, earned: '0.00', stillPossible: '还有1场集中学习，最多还能记30分', events: [] });
  const { lines, sumEarned, S, adjustments } = receipt;
  expect(lines.reduce((sum, { earned }) => sum + hundredths(earned), 0)).toBe(hundredths(sumEarned));
  expect(hundredths(sumEarned) + adjustments.reduce((sum, { points }) => sum + hundredths(points), 0)).toBe(hundredths(S ?? '0'));
});

test('every bonus and deduction stands there with its day, reason, evidence and rule, capped, and the steps still make S', async () => {
  let meeting = await Meeting.in(server, 1);
  meeting = await held(meeting, 'night', '2026-11-24', 'late');
  meeting = await held(meeting, 'group', '2026-11-26', 'present');
  const committee = await server.make.actor({ town: meeting.town, roles: ['committee'] });
  const me = meeting.member(0);
  const enter = (kind: 'bonus' | 'deduction', points: string, reason: string) => {
    server.at(server.now() + 60_000);
    return committee.api.call('createScoreEntry', { body: { kind, clientId: randomUUID(), month: '2026-11', memberId: me.member.id, points, on: '2026-11-25', reason, evidence: '村务公开栏' } });
  };
  await enter('bonus', '4', '修机耕道');
  const { id } = await enter('bonus', '3', '帮收晚稻');
  await enter('deduction', '0.5', '手机响了两次');
  const { given, adjustments, sumEarned, S } = await receiptOf(me.api);
  expect(given).toMatchObject([
    { label: '加分', counted: '5.00', rule: '4 + 3 = 7，一个月最多加5分，规则2026-1版', entries: [{ points: '4.00', on: '2026-11-25', reason: '修机耕道', evidence: '村务公开栏', hasFile: false }, { reason: '帮收晚稻' }] },
    { label: '扣分', counted: '0.50', rule: '0.5，规则2026-1版', entries: [{ reason: '手机响了两次' }] },
  ]);
  expect(adjustments.filter(({ label }) => label === '加分' || label === '扣分').map(({ points }) => points)).toEqual(['5.00', '-0.50']);
  expect(hundredths(sumEarned) + adjustments.reduce((sum, { points }) => sum + hundredths(points), 0)).toBe(hundredths(S ?? '0'));
  await committee.api.call('reverseScoreEntry', { params: { id }, body: { reason: '记错了人' } });
  expect((await receiptOf(me.api)).given).toMatchObject([{ counted: '4.00', rule: '4，规则2026-1版' }, { counted: '0.50' }]);
});

test('an approved leave counts half or not at all by its reason, and a verified make-up counts whole', async () => {
  const meeting = await Meeting.in(server, 3);
  const { id, endsAt } = await meeting.session();
  const leave = (at: number, reason: 'personal' | 'illness') => meeting.leader.api.call('createLeave', { body: { clientId: randomUUID(), sessionId: id, memberId: meeting.member(at).member.id, reason, capturedAt: server.now() } });
  for (const [at, reason] of [[0, 'personal'], [1, 'illness'], [2, 'personal']] as const) await leave(at, reason);
  await meeting.leader.api.call('openStudySession', { params: { id } });
  server.at(endsAt);
  await meeting.leader.api.call('closeStudySession', { params: { id }, body: meeting.closing() });
  await meeting.leader.api.call('createMakeUp', { body: { clientId: randomUUID(), sessionId: id, memberId: meeting.member(2).member.id, way: 'watched', text: '看了录像', on: '2026-11-24', capturedAt: server.now() } });
  const night = async (at: number) => lineOf(await receiptOf(meeting.member(at).api), 'night');
  expect(await night(0)).toMatchObject({ earned: '7.50', events: [{ evidence: '请假，罗组长准的假', effect: '记半次，12月8日前可以补学' }] });
  expect(await night(1)).toMatchObject({ offered: false, events: [{ evidence: '免，罗组长准的假', effect: '不计' }] });
  expect(await night(2)).toMatchObject({ earned: '15.00', events: [{ evidence: '已补学，罗组长核实的', effect: '记1次' }] });
});

test('everybody of the town may read the rubric in force', async () => {
  const { version, effectiveFrom, rubric } = await leader.api.call('getRubric');
  expect([version, effectiveFrom]).toEqual(['2026-1', '2026-01-01']);
  expect(rubric).toMatchObject({ labels: { group: '小组研讨学习' }, notes: { group: '原文缺字，请核对' }, max: { selfStudy: '20' } });
});
