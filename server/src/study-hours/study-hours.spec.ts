import { randomUUID } from 'node:crypto';
import type { Actor } from '../../test/factory.ts';
import { Meeting, shanghai } from '../../test/sessions.ts';
import { startTestServer, type TestServer } from '../../test/test-server.ts';

const afternoon = '2026-11-24T15:00:00+08:00';

let server: TestServer;
let meeting: Meeting;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  server.at(afternoon);
  meeting = await Meeting.in(server);
});

async function held(date: string, marks: Record<number, 'present' | 'late' | 'absent'>, hours = '1.5'): Promise<string> {
  server.at(shanghai(date, '19:00'));
  const { id, endsAt } = await meeting.opened({ startsAt: shanghai(date) });
  await meeting.leader.api.call('markAttendance', { params: { id }, body: { marks: Object.entries(marks).map(([at, status]) => meeting.mark(meeting.member(Number(at)).member.id, status)) } });
  server.at(endsAt);
  await meeting.leader.api.call('closeStudySession', { params: { id }, body: meeting.closing({ hours }) });
  return id;
}

const mine = ({ api }: Actor, year = '2026') => api.call('getMyHours', { params: { year } });

test('a statement: every session with its hours and evidence, full for who was there and half for who came late', async () => {
  await held('2026-11-24', { 0: 'present', 1: 'late', 2: 'absent' });
  await held('2026-11-25', { 0: 'present', 1: 'present', 2: 'absent' }, '4');
  const own = await mine(meeting.member(0));
  expect(own).toMatchObject({ year: 2026, townName: '青禾镇', member: { name: '组员甲' }, group: { id: meeting.groupId }, hours: '5.5', total: 2 });
  expect(own.items.map(({ session, number, status, hours, evidence }) => [session.date, number, status, hours, evidence])).toEqual([
    ['2026-11-24', 1, 'present', '1.5', '组长点名，罗组长记'],
    ['2026-11-25', 2, 'present', '4', '组长点名，罗组长记'],
  ]);
  expect([(await mine(meeting.member(1))).hours, (await mine(meeting.member(2))).hours, (await mine(meeting.member(0), '2025')).hours]).toEqual(['4.75', '0', '0']);
});

test('the lines make the sum, page by page', async () => {
  for (const date of ['2026-11-23', '2026-11-24', '2026-11-25']) await held(date, { 0: 'late' });
  const page = (at: number) => meeting.member(0).api.call('getMyHours', { params: { year: '2026' }, query: { page: at, pageSize: 2 } });
  const lines = [...(await page(1)).items, ...(await page(2)).items];
  expect([lines.reduce((sum, { hours }) => sum + Number(hours), 0), (await page(1)).hours, (await page(2)).total]).toEqual([2.25, '2.25', 3]);
});

test('a make-up that is verified brings its hours, and a session that is still open none', async () => {
  const id = await held('2026-11-24', { 0: 'absent' });
  await meeting.leader.api.call('createMakeUp', { body: { clientId: randomUUID(), sessionId: id, memberId: meeting.member(0).member.id, way: 'read', text: '讲义', on: '2026-11-24', capturedAt: server.now() } });
  server.at(shanghai('2026-11-26', '19:00'));
  const open = await meeting.opened({ startsAt: shanghai('2026-11-26') });
  await meeting.leader.api.call('markAttendance', { params: { id: open.id }, body: { marks: [meeting.mark(meeting.member(0).member.id, 'present')] } });
  expect(await mine(meeting.member(0))).toMatchObject({ hours: '1.5', items: [{ status: 'made_up', evidence: '罗组长核实的' }] });
});

test('32 hours are owed, 56 by secretaries and committee members, pro rata by the months of membership', async () => {
  const committee = await server.make.actor({ town: meeting.town, roles: ['committee'] });
  const secretary = await server.make.actor({ town: meeting.town, duty: '支部书记', since: '2026-01-01' });
  const joined = await server.make.actor({ town: meeting.town, since: '2026-09-10' });
  const owed = async (actor: Actor) => {
    const { required, due, missing, duty, months } = await mine(actor);
    return [required, due, missing, duty, months];
  };
  // The sample town was founded in mid-May: eight months of the year, six of them over.
  expect(await owed(meeting.member(0))).toEqual(['21.33', '16', '21.33', 'ordinary', 8]);
  expect(await owed(committee)).toEqual(['37.33', '28', '37.33', 'office', 8]);
  expect(await owed(secretary)).toEqual(['56', '46.67', '56', 'office', 12]);
  expect(await owed(joined)).toEqual(['10.67', '5.33', '10.67', 'ordinary', 4]);
});

test('a leader sees who is behind and what is missing, by surname and never by hours; an admin the whole town by group', async () => {
  await held('2026-11-24', { 0: 'present', 1: 'present' }, '8');
  await held('2026-11-25', { 0: 'present' }, '8');
  const other = await server.make.actor({ town: meeting.town, name: '别组的人' });
  const list = async ({ api }: Actor, query = {}) => {
    const { items, behindCount, total } = await api.call('listStudyHours', { params: { year: '2026' }, query: { pageSize: 100, ...query } });
    return { names: items.map(({ member, hours }) => `${member.name} ${hours}`), behindCount, total };
  };
  expect(await list(meeting.leader)).toEqual({ names: ['罗组长 0', '组员丙 0', '组员甲 16', '组员乙 8'], behindCount: 3, total: 4 });
  expect((await list(meeting.leader, { behind: 'true' })).names).toEqual(['罗组长 0', '组员丙 0', '组员乙 8']);
  const whole = await list(meeting.admin);
  expect(whole.names.slice(1, 6)).toEqual(expect.arrayContaining(['罗组长 0', '组员甲 16']));
  expect(whole.names.join()).toContain('别组的人 0');
  expect(await meeting.leader.api.codeOf('listStudyHours', { params: { year: '2026' }, query: { groupId: other.member.groupId ?? '' } })).toBe('NOT_FOUND');
});

test('for somebody without a phone their leader or an admin prints the same statement, also when they have left', async () => {
  await held('2026-11-24', { 0: 'present', 1: 'late' });
  const own = await mine(meeting.member(0));
  const of = ({ api }: Actor, id = meeting.member(0).member.id) => api.send('getMemberHours', { params: { id, year: '2026' } });
  expect((await of(meeting.leader)).body).toEqual(own);
  expect((await of(meeting.admin)).body).toEqual(own);
  const elsewhere = await server.make.actor({ town: meeting.town, roles: ['leader'] });
  expect((await of(elsewhere)).error).toMatchObject({ code: 'NOT_FOUND' });
  expect((await of(meeting.member(1))).error).toMatchObject({ code: 'NOT_ALLOWED' });
  await meeting.admin.api.call('closeMember', { params: { id: meeting.member(0).member.id }, body: { kind: 'transferred_out', on: '2026-11-24', reason: '搬走了' } });
  expect((await of(meeting.admin)).body).toMatchObject({ hours: '1.5', total: 1 });
});

test('a year that is none is refused in words', async () => {
  expect((await meeting.member(0).api.send('getMyHours', { params: { year: '99' } })).error).toMatchObject({ code: 'INPUT_INVALID', field: 'year' });
});
