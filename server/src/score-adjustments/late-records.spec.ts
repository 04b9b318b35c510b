import { randomUUID } from 'node:crypto';
import type { Actor } from '../../test/factory.ts';
import { sendTheme } from '../../test/sent-themes.ts';
import { Meeting, shanghai } from '../../test/sessions.ts';
import { startTestServer, type TestServer } from '../../test/test-server.ts';
import { november } from '../../test/votes.ts';
import { PublicationsService } from '../publications/publications.service.ts';

const { month } = november;
const monday = '2026-11-30';
let server: TestServer;
let meeting: Meeting;
let committee: Actor;
let offline: Actor;
let away: Actor;

/** November's Mondays are the 23rd and the 30th; there was one session, at which one was away. The first member writes on the 30th without a network. */
beforeAll(async () => {
  server = await startTestServer({ now: '2026-11-02T10:00:00+08:00' });
  meeting = await Meeting.in(server, 2);
  await sendTheme(server, meeting.town, '2026-11-23');
  meeting = await meeting.later(shanghai('2026-11-24'));
  const { id, endsAt } = await meeting.opened({ startsAt: shanghai('2026-11-24'), kind: 'centralized' });
  const marks = [meeting.mark(meeting.member(0).member.id, 'present'), meeting.mark(meeting.member(1).member.id, 'absent'), meeting.mark(meeting.leader.member.id, 'present')];
  await meeting.leader.api.call('markAttendance', { params: { id }, body: { marks } });
  server.at(endsAt);
  await meeting.leader.api.call('closeStudySession', { params: { id }, body: meeting.closing() });
  for (const person of [meeting.member(0), meeting.member(1), meeting.leader]) await checkedIn(person, '2026-11-23');
  await sendTheme(server, meeting.town, monday);
});
afterAll(() => server.close());

const checkedIn = ({ api }: Actor, of: string, capturedAt = server.now()) => api.call('createCheckIn', { body: { clientId: randomUUID(), monday: of, capturedAt, takeaway: { kind: 'text', text: '一句收获' } } });

async function at(instant: string): Promise<void> {
  meeting = await meeting.later(instant);
  committee = await server.make.actor({ town: meeting.town, roles: ['committee'], groupId: null });
  [offline, away] = [meeting.member(0), meeting.member(1)];
}

const booked = async () => (await committee.api.call('listScoreAdjustments', { query: { month } })).items;
const receipt = ({ api }: Actor) => api.call('getMyReceipt', { params: { month } });

test('a check-in of the last Monday, written in time and sent in after the cut-off, changes nothing that is on show', async () => {
  await at('2026-12-04T10:00:00+08:00');
  await server.runJob('month-closing');
  const before = await receipt(offline);
  // On the phone since the evening of the 30th.
  await checkedIn(offline, monday, shanghai(monday, '20:00'));
  expect(await receipt(offline)).toMatchObject({ S: before.S, published: null, corrections: [] });
  await at('2026-12-09T10:00:00+08:00');
  for (const person of [offline, away, meeting.leader]) await talkedAbout(person);
  await committee.api.call('publishMonth', { params: { month } });
  await server.runJob('late-records');
  expect(await booked()).toEqual([]);
  // 30 of 30, and of self-study 8 of 20.
  expect((await receipt(offline)).published).toMatchObject({ m: '76.00', grade: 'fair', locked: false });
});

async function talkedAbout({ member }: Actor): Promise<void> {
  await committee.api.call('createScoreEntry', { body: { clientId: randomUUID(), kind: 'talk', month, memberId: member.id, reason: '学习不够', talkedBy: '镇委员会', on: '2026-12-09', evidence: '谈话记录在党建办' } });
}

test('with the lock it is booked by itself: a dated line on the receipt, told to the member, read by the year; and only once', async () => {
  await at('2026-12-15T10:00:00+08:00');
  await Promise.all([server.runJob('late-records'), server.runJob('late-records')]);
  const [line, ...others] = await booked();
  expect(others).toEqual([]);
  expect(line).toMatchObject({ kind: 'late', member: { memberId: offline.member.id }, bookedOn: '2026-12-15', bookedBy: null, points: null, reason: '个人自学由8.00分改为16.00分', evidence: '12月3日截止以后收到的记录', before: { m: '76.00', grade: 'fair' }, after: { m: '92.00', grade: 'excellent' } });
  expect((await receipt(offline)).corrections).toMatchObject([{ on: '2026-12-15', kind: 'late', after: { m: '92.00' } }]);
  expect(await meeting.noticesOf(offline)).toContain('你十一月的得分另记了一笔：中（76.00）改为优（92.00）。个人自学由8.00分改为16.00分');
  const standing = await server.get(PublicationsService).standingOf(meeting.town.scope, '2026', [offline.member.id, away.member.id]);
  expect([offline, away].map(({ member }) => standing.get(member.id)?.map(({ m, adjusted }) => [m, adjusted]))).toEqual([[[9200, true]], [[1600, false]]]);
});

test('a make-up within its fourteen days is the next line, on the day after it was verified', async () => {
  await at('2026-12-07T10:00:00+08:00');
  const [session] = (await meeting.admin.api.call('listStudySessions', { query: { from: '2026-11-24', to: '2026-11-24' } })).items;
  const made = await away.api.call('createMakeUp', { body: { clientId: randomUUID(), sessionId: session?.id ?? '', way: 'watched', on: '2026-12-06', text: '看了录像', capturedAt: server.now() } });
  await at('2026-12-15T20:00:00+08:00');
  await meeting.leader.api.call('decideMakeUp', { params: { id: made.id }, body: { accept: true } });
  await server.runJob('late-records');
  expect((await booked()).length).toBe(1);
  await at('2026-12-16T00:01:00+08:00');
  await server.runJob('late-records');
  expect((await receipt(away)).corrections).toMatchObject([{ on: '2026-12-16', kind: 'late', reason: '集中学习由0.00分改为30.00分', before: { m: '16.00', grade: 'poor' }, after: { m: '76.00', grade: 'fair' } }]);
  expect((await receipt(meeting.leader)).corrections).toEqual([]);
});
