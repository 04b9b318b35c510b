import { randomUUID } from 'node:crypto';
import type { Actor } from '../../test/factory.ts';
import { sendTheme } from '../../test/sent-themes.ts';
import { Meeting, shanghai } from '../../test/sessions.ts';
import { startTestServer, type TestServer } from '../../test/test-server.ts';

let server: TestServer;
let meeting: Meeting;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  server.at('2026-11-24T15:00:00+08:00');
  meeting = await Meeting.in(server, 4);
});

const coverage = ({ api }: Actor, query: { exempt?: 'true'; groupId?: string; page?: number; pageSize?: number } = {}, month = '2026-11') => api.call('getCoverage', { params: { month }, query });
const named = async (...asked: Parameters<typeof coverage>) => (await coverage(...asked)).items.map(({ member }) => member.name);

test('whoever was at a session, checked in or handed in a note is reached; the others are listed with how', async () => {
  await sendTheme(server, meeting.town, '2026-11-23');
  const [sat, wrote, noted] = [meeting.member(0), meeting.member(1), meeting.member(2)];
  const { id } = await meeting.opened();
  await meeting.leader.api.call('markAttendance', { params: { id }, body: { marks: [meeting.mark(sat.member.id, 'late'), meeting.mark(meeting.member(3).member.id, 'absent')] } });
  await wrote.api.call('createCheckIn', { body: { clientId: randomUUID(), monday: '2026-11-23', capturedAt: server.now(), takeaway: { kind: 'text', text: '记住了' } } });
  const note = await noted.api.call('createReflection', { body: { clientId: randomUUID(), kind: 'personal', title: '田里的账', paragraphs: ['算清了。'] } });
  expect(await named(meeting.leader)).toEqual(['罗组长', '组员丙', '组员丁']);
  await noted.api.call('submitReflection', { params: { id: note.id } });
  await server.make.actor({ town: meeting.town, groupId: meeting.groupId, name: '纸上学', paper: true });
  await server.make.actor({ town: meeting.town, groupId: meeting.groupId, name: '没电话', phone: null });
  const { items, groups, total } = await coverage(meeting.leader);
  expect(new Map(items.map(({ member, reach }) => [member.name, reach]))).toEqual(new Map([['罗组长', 'phone'], ['组员丁', 'phone'], ['纸上学', 'paper'], ['没电话', 'visit']]));
  expect([total, groups]).toEqual([4, [{ group: { id: meeting.groupId, name: expect.any(String) as string }, members: 7, reached: 3, unreached: 4, exempt: 0 }]]);
});

test('who is exempt all month stands apart, also who joined within it; who is exempt for a part does not', async () => {
  const joined = await server.make.actor({ town: meeting.town, groupId: meeting.groupId, name: '新来的', since: '2026-11-10' });
  const exempt = (memberId: string, from: string, to: string) => meeting.admin.api.call('createExemption', { body: { clientId: randomUUID(), memberId, from, to, reason: 'duty', evidence: '借调函' } });
  await exempt(meeting.member(0).member.id, '2026-10-15', '2026-11-30');
  await exempt(joined.member.id, '2026-11-10', '2026-12-31');
  await exempt(meeting.member(1).member.id, '2026-11-02', '2026-11-30');
  expect(await named(meeting.leader, { exempt: 'true' })).toEqual(['新来的', '组员甲'].sort(new Intl.Collator('zh').compare));
  expect(await named(meeting.leader)).toEqual(expect.arrayContaining(['组员乙', '组员丙']));
  expect((await coverage(meeting.leader)).groups[0]).toMatchObject({ members: 6, reached: 0, unreached: 4, exempt: 2 });
});

test('by group as people count them and by surname, in pages; a leader sees the own group alone', async () => {
  const other = await server.make.actor({ town: meeting.town, name: '别组的人' });
  const whole = await named(meeting.admin, { pageSize: 200 });
  expect(whole.indexOf('别组的人')).toBeGreaterThan(whole.indexOf('组员甲'));
  const pages = [...(await named(meeting.admin, { page: 1, pageSize: 4 })), ...(await named(meeting.admin, { page: 2, pageSize: 4 }))];
  expect(pages).toEqual(whole.slice(0, 8));
  expect(await named(meeting.leader)).not.toContain('别组的人');
  expect(await meeting.leader.api.codeOf('getCoverage', { params: { month: '2026-11' }, query: { groupId: other.member.groupId ?? '' } })).toBe('NOT_FOUND');
});

test('a month before somebody joined does not ask for them, one to come is refused', async () => {
  expect((await coverage(meeting.admin, {}, '2026-04')).total).toBe(0);
  expect((await meeting.admin.api.send('getCoverage', { params: { month: '2026-12' } })).error).toMatchObject({ code: 'INPUT_INVALID', field: 'month' });
});

test('a year of a group’s weeks: what was held, of which kind, in five steps; what is planned apart, what was called off not at all', async () => {
  await meeting.closed({}, { startsAt: shanghai('2026-11-23'), kind: 'night' });
  server.at('2026-11-24T15:00:00+08:00');
  await meeting.closed({}, { startsAt: shanghai('2026-11-24', '19:40'), kind: 'group' });
  await meeting.session({ startsAt: shanghai('2026-11-25'), kind: 'practice' });
  const { id } = await meeting.session({ startsAt: shanghai('2026-11-26') });
  await meeting.leader.api.call('cancelStudySession', { params: { id }, body: { reason: '农忙' } });
  const strip = await meeting.leader.api.call('getSessionStrip', { params: { year: '2026' } });
  expect([strip.year, strip.weeks.length, strip.weeks[0], strip.weeks.at(-1)]).toEqual([2026, 53, { monday: '2025-12-29', week: 1 }, { monday: '2026-12-28', week: 53 }]);
  expect(strip.groups.map(({ cells }) => cells)).toEqual([[{ monday: '2026-11-23', held: 2, planned: 1, kinds: ['group', 'night', 'practice'], step: 2 }]]);
  expect((await meeting.admin.api.call('getSessionStrip', { params: { year: '2026' } })).groups.length).toBeGreaterThan(1);
  expect((await meeting.leader.api.call('getSessionStrip', { params: { year: '2027' } })).groups[0]?.cells).toEqual([]);
});
