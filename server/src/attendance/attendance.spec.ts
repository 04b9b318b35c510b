import { randomUUID } from 'node:crypto';
import { pngFile } from '../../test/matrix/files.ts';
import { inTheSameMoment } from '../../test/same-moment.ts';
import { Meeting, shanghai } from '../../test/sessions.ts';
import { startTestServer, type TestServer } from '../../test/test-server.ts';
import { AttendanceFactsService } from './attendance-facts.service.ts';
import { AttendanceMarksService } from './attendance-marks.service.ts';
import { AttendanceRegisterService } from './attendance-register.service.ts';

let server: TestServer;
let meeting: Meeting;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  server.at('2026-11-24T19:30:00+08:00');
  meeting = await Meeting.in(server);
});

const ids = () => meeting.members.map(({ member }) => member.id);
const call = (id: string, marks: object[], api = meeting.leader.api) => api.call('markAttendance', { params: { id }, body: { marks: marks as never } });
const code = (id: string, marks: object[], api = meeting.leader.api) => api.codeOf('markAttendance', { params: { id }, body: { marks: marks as never } });

describe('the roll', () => {
  test('has everybody expected and nobody marked until the leader marks; what is not marked stays so', async () => {
    const { id } = await meeting.opened();
    const [a = '', b = ''] = ids();
    const { counts, rows } = await call(id, [meeting.mark(a, 'present'), meeting.mark(b, 'late')]);
    expect(counts).toMatchObject({ expected: 4, present: 1, late: 1, unmarked: 2, absent: 0, guests: 0 });
    expect(rows.map(({ member, status }) => [member.memberId, status]).sort()).toEqual([[a, 'present'], [b, 'late']].sort());
    expect((await meeting.leader.api.call('getStudySession', { params: { id } })).counts).toEqual({ expected: 4, attended: 2 });
    const roll = await meeting.roll(id);
    expect(roll.get(a)?.standing).toMatchObject([{ status: 'present', way: 'roll', by: { name: '罗组长' } }]);
    expect(roll.get(meeting.leader.member.id)).toMatchObject({ status: null, standing: [] });
  });

  test('can be looked at before the session opens, and calling it opens the session of the day, not one of tomorrow', async () => {
    const { id } = await meeting.session();
    expect([...(await meeting.roll(id)).keys()].sort()).toEqual([...ids(), meeting.leader.member.id].sort());
    await call(id, [meeting.mark(ids()[0] ?? '', 'present')]);
    expect((await meeting.leader.api.call('getStudySession', { params: { id } })).state).toBe('open');
    const later = await meeting.session({ startsAt: shanghai('2026-11-25') });
    expect(await code(later.id, [meeting.mark(ids()[0] ?? '', 'present')])).toBe('SESSION_TOO_EARLY');
  });

  test('a mark is one however often it is sent, and its id stands for nothing else', async () => {
    const { id } = await meeting.opened();
    const [a = '', b = ''] = ids();
    const mark = meeting.mark(a, 'present');
    await inTheSameMoment(server, () => Promise.all([1, 2, 3].map(() => call(id, [mark, mark]))));
    expect((await meeting.roll(id)).get(a)?.standing).toHaveLength(1);
    expect(await code(id, [{ ...mark, status: 'late' }])).toBe('CLIENT_ID_REUSED');
    expect(await code(id, [{ ...mark, memberId: b }])).toBe('CLIENT_ID_REUSED');
    const other = await meeting.opened({ startsAt: shanghai('2026-11-24', '21:30') });
    expect(await code(other.id, [mark])).toBe('CLIENT_ID_REUSED');
  });

  test('a mark over another replaces it, and taking it back leaves the person unmarked', async () => {
    const { id } = await meeting.opened();
    const [a = ''] = ids();
    const first = meeting.mark(a, 'absent');
    const second = meeting.mark(a, 'late', { over: [first.id] });
    await call(id, [first, second]);
    expect((await meeting.roll(id)).get(a)).toMatchObject({ status: 'late', differs: false });
    await call(id, [meeting.mark(a, null, { over: [second.id] })]);
    expect((await meeting.roll(id)).get(a)).toMatchObject({ status: null, differs: false });
    expect((await meeting.leader.api.call('getStudySession', { params: { id } })).counts?.attended).toBe(0);
  });

  test('two phones that differ are both shown, the one received last counts, until the leader has chosen', async () => {
    const { id } = await meeting.opened();
    const [a = ''] = ids();
    const one = meeting.mark(a, 'absent');
    const two = meeting.mark(a, 'present');
    await call(id, [one]);
    await call(id, [two], meeting.admin.api);
    const row = (await meeting.roll(id)).get(a);
    expect([row?.status, row?.differs, row?.standing.map(({ status, by }) => [status, by?.memberId])]).toEqual(['present', true, [['absent', meeting.leader.member.id], ['present', meeting.admin.member.id]]]);
    const { counts } = await call(id, [meeting.mark(a, 'present', { over: [one.id, two.id] })]);
    expect(counts.differing).toBe(0);
    expect((await meeting.roll(id)).get(a)).toMatchObject({ status: 'present', differs: false });
  });

  test('somebody of another group who came along is a guest: hours and credit, never an absence', async () => {
    const { id, endsAt } = await meeting.opened();
    const guest = await server.make.actor({ town: meeting.town, name: '来宾' });
    expect(await code(id, [meeting.mark(guest.member.id, 'absent')])).toBe('MARK_NOT_FOR_GUEST');
    const { counts } = await call(id, [meeting.mark(guest.member.id, 'present')]);
    expect(counts).toMatchObject({ expected: 4, guests: 1, present: 0 });
    server.at(endsAt);
    await meeting.leader.api.call('closeStudySession', { params: { id }, body: meeting.closing() });
    expect((await guest.api.call('listMyAttendance')).items).toMatchObject([{ guest: true, status: 'present', hours: '1.5', evidence: '组长点名，罗组长记', makeUpUntil: null }]);
    const foreign = await server.make.actor();
    expect(await code(id, [meeting.mark(foreign.member.id, 'present')])).toBe('NOT_FOUND');
  });

  test('who may have come besides is found by name in the whole town, never who is on the roll or of another town', async () => {
    const { id } = await meeting.opened();
    const [other, stranger] = [await server.make.group(meeting.town, '邻村组'), await server.make.actor({ name: '来客丙' })];
    const guest = await server.make.actor({ town: meeting.town, groupId: other.id, name: '来客甲' });
    await server.make.actor({ town: meeting.town, groupId: other.id, name: '来%乙' });
    const find = (q: string, api = meeting.leader.api) => api.call('listGuestCandidates', { params: { id }, query: { q } });
    expect((await find('来客')).items).toEqual([{ memberId: guest.member.id, name: '来客甲', groupName: '邻村组' }]);
    expect((await find('%乙')).items.map(({ name }) => name)).toEqual(['来%乙']);
    await call(id, [meeting.mark(guest.member.id, 'present')]);
    expect((await find('来客')).items).toEqual([]);
    expect((await find(meeting.leader.member.name)).items).toEqual([]);
    expect(await meeting.leader.api.codeOf('listGuestCandidates', { params: { id }, query: { q: '来' } })).toBe('INPUT_INVALID');
    expect(await guest.api.codeOf('listGuestCandidates', { params: { id }, query: { q: '来客' } })).toBe('NOT_ALLOWED');
    expect(stranger.member.name).toBe('来客丙');
  });

  test('of a cancelled session is gone', async () => {
    const { id } = await meeting.opened();
    await call(id, [meeting.mark(ids()[0] ?? '', 'present')]);
    await meeting.leader.api.call('cancelStudySession', { params: { id }, body: { reason: '停电' } });
    expect((await meeting.member(0).api.call('listMyAttendance')).total).toBe(0);
    expect(await code(id, [meeting.mark(ids()[1] ?? '', 'present')])).toBe('SESSION_STATE');
  });
});

describe('at the close-out', () => {
  test('hours are confirmed: full, half or none by what the roll says', async () => {
    const { id, endsAt } = await meeting.opened();
    const [a = '', b = '', c = ''] = ids();
    await call(id, [meeting.mark(a, 'present'), meeting.mark(b, 'left_early'), meeting.mark(c, 'leave')]);
    server.at(endsAt);
    await meeting.leader.api.call('closeStudySession', { params: { id }, body: meeting.closing({ hours: '2', spoke: [a] }) });
    const hours = await server.get(AttendanceFactsService).hoursOfYear(meeting.town.scope, 2026);
    expect([a, b, c, meeting.leader.member.id].map((one) => hours.get(one))).toEqual([200, 100, 0, 0]);
    const mine = await meeting.member(0).api.call('listMyAttendance');
    expect(mine.items).toMatchObject([{ status: 'present', hours: '2', spoke: true }]);
    expect((await meeting.member(2).api.call('listMyAttendance')).items).toMatchObject([{ status: 'leave', hours: '0', makeUpUntil: '2026-12-08' }]);
  });

  test('only who was there has spoken', async () => {
    const { id, endsAt } = await meeting.opened();
    const [a = '', b = ''] = ids();
    await call(id, [meeting.mark(a, 'present'), meeting.mark(b, 'absent')]);
    server.at(endsAt);
    expect(await meeting.leader.api.codeOf('closeStudySession', { params: { id }, body: meeting.closing({ spoke: [a, b] }) })).toBe('SPOKE_NOT_THERE');
    expect((await meeting.leader.api.call('getStudySession', { params: { id } })).state).toBe('open');
  });

  test('marks that a phone made before it and sent after it still count, and are written down; later ones are a correction', async () => {
    const { id, endsAt } = await meeting.opened();
    const [a = ''] = ids();
    const offline = meeting.mark(a, 'present');
    server.at(endsAt);
    await meeting.leader.api.call('closeStudySession', { params: { id }, body: meeting.closing() });
    server.at(endsAt + 3_600_000);
    await call(id, [offline]);
    await call(id, [offline]);
    const { changes, counts } = await meeting.leader.api.call('getStudySession', { params: { id } });
    expect([counts?.attended, changes]).toMatchObject([1, [{ kind: 'late_marks', lines: [{ label: '组员甲', before: '没点', after: '到' }] }]]);
    expect((await meeting.member(0).api.call('listMyAttendance')).items[0]?.hours).toBe('1.5');
    expect(await code(id, [meeting.mark(a, 'absent', { over: [offline.id] })])).toBe('SESSION_CLOSED');
    await meeting.leader.api.call('correctStudySession', { params: { id }, body: { clientId: randomUUID(), why: '其实迟到', attendance: [{ memberId: a, status: 'late' }] } });
    expect((await meeting.member(0).api.call('listMyAttendance')).items).toMatchObject([{ status: 'late', hours: '0.75', evidence: '收尾后更正，罗组长记' }]);
  });
});

describe('the printed sheet', () => {
  test('needs its page code; only the exceptions are entered, and what was marked before stays', async () => {
    const { id, pageCode } = await meeting.opened();
    const [a = '', b = '', c = ''] = ids();
    await call(id, [meeting.mark(c, 'late')]);
    const photo = await meeting.leader.api.call('createFile', { query: { purpose: 'session' }, file: pngFile() });
    const body = { clientId: randomUUID(), pageCode, exceptions: [{ memberId: b, status: 'absent' as const }], photoFileId: photo.id };
    const wrong = { ...body, pageCode: String((Number(pageCode) + 1) % 1_000_000).padStart(6, '0') };
    expect(await meeting.leader.api.codeOf('enterSignInSheet', { params: { id }, body: wrong })).toBe('SHEET_CODE_WRONG');
    const first = await meeting.leader.api.call('enterSignInSheet', { params: { id }, body });
    expect(first.counts).toMatchObject({ expected: 4, present: 2, late: 1, absent: 1, unmarked: 0 });
    expect(await meeting.leader.api.call('enterSignInSheet', { params: { id }, body })).toEqual(first);
    expect((await meeting.roll(id)).get(a)?.standing).toMatchObject([{ way: 'sheet' }]);
    // The signatures are not the town's to look at.
    expect(await meeting.member(0).api.codeOf('getFile', { params: { id: photo.id } })).toBe('NOT_FOUND');
  });
});

describe('nouns that stand on attendance', () => {
  const verdict = (id: string, memberId: string, way: 'leave' | 'make_up' | 'exemption', status: 'leave' | 'made_up' | 'exempt') => ({ sessionId: id, memberId, way, status });

  test('settle by a mark over all that stands, also before the session opens, and can take it back', async () => {
    const marks = server.get(AttendanceMarksService);
    const { id } = await meeting.session();
    const [a = ''] = ids();
    const settle = () => server.make.act(meeting.town, () => marks.settle(meeting.town.scope, verdict(id, a, 'leave', 'leave')));
    expect([await settle(), await settle()]).toEqual([true, false]);
    await meeting.leader.api.call('openStudySession', { params: { id } });
    expect((await meeting.roll(id)).get(a)).toMatchObject({ status: 'leave', standing: [{ way: 'leave', by: null }] });
    await server.make.act(meeting.town, () => marks.takeBack(meeting.town.scope, verdict(id, a, 'leave', 'leave')));
    expect((await meeting.roll(id)).get(a)?.status).toBe(null);
  });

  test('a make-up after the close-out brings hours; an exemption leaves alone who was there, and ends as it began', async () => {
    const marks = server.get(AttendanceMarksService);
    const { id, endsAt } = await meeting.opened();
    const [a = '', b = '', c = ''] = ids();
    await call(id, [meeting.mark(a, 'absent'), meeting.mark(b, 'present'), meeting.mark(c, 'absent')]);
    server.at(endsAt);
    await meeting.leader.api.call('closeStudySession', { params: { id }, body: meeting.closing() });
    const act = <T>(work: () => Promise<T>) => server.make.act(meeting.town, work);
    await act(() => marks.settle(meeting.town.scope, verdict(id, a, 'make_up', 'made_up')));
    const exempt = (memberId: string) => act(() => marks.settle(meeting.town.scope, verdict(id, memberId, 'exemption', 'exempt'), ['present', 'late', 'left_early', 'made_up']));
    expect([await exempt(b), await exempt(c)]).toEqual([false, true]);
    const roll = await meeting.roll(id);
    expect([a, b, c].map((one) => roll.get(one)?.status)).toEqual(['made_up', 'present', 'exempt']);
    expect((await server.get(AttendanceFactsService).hoursOfYear(meeting.town.scope, 2026, [a])).get(a)).toBe(150);
    await act(() => marks.takeBack(meeting.town.scope, verdict(id, c, 'exemption', 'exempt')));
    expect((await meeting.roll(id)).get(c)?.status).toBe('absent');
    expect((await meeting.leader.api.call('getStudySession', { params: { id } })).changes).toEqual([]);
  });

  test('are told when a roll was drawn up', async () => {
    const told: number[] = [];
    server.get(AttendanceRegisterService).afterDrawingUp(async (_, __, expected) => void told.push(expected.length));
    await meeting.opened();
    expect(told).toEqual([4]);
  });

  test('read a member’s month by dimension with its evidence, and who got how much', async () => {
    const credit = { present: '1', made_up: '1', late: '0.5', left_early: '0.5', leave: '0.5', absent: '0', exempt: null };
    const [a = '', b = ''] = ids();
    const { id, endsAt } = await meeting.opened({ kind: 'group', title: '对照找差距' });
    await call(id, [meeting.mark(a, 'present'), meeting.mark(b, 'absent')]);
    server.at(endsAt);
    await meeting.leader.api.call('closeStudySession', { params: { id }, body: meeting.closing({ spoke: [a] }) });
    await meeting.session({ kind: 'practice', startsAt: shanghai('2026-11-28') });
    const facts = server.get(AttendanceFactsService);
    const month = await facts.monthOf(meeting.town.scope, a, '2026-11', credit);
    expect(month.facts).toEqual({ centralized: [], night: [], group: { records: ['present'], contributed: true }, practice: { offered: false, verified: 0 } });
    expect(month.best.practice).toEqual({ offered: true, verified: 1 });
    expect(month.events.group).toEqual([{ date: '2026-11-24', title: '第1期：对照找差距', evidence: '到，组长点名，罗组长记，发了言', effect: '记1次' }]);
    expect(month.hints.practice).toEqual(['还有1场实践']);
    const missed = await facts.monthOf(meeting.town.scope, b, '2026-11', credit);
    expect([missed.events.group?.[0]?.effect, missed.best.group?.records]).toEqual(['没有记，12月8日前可以补学', ['made_up']]);
    expect([...(await facts.attendedTimes(meeting.town.scope, '2026-11-01', '2026-11-30'))]).toEqual([[a, 1]]);
    expect((await facts.tallies(meeting.town.scope, '2026-11-01', '2026-11-30')).map(({ kind, status, count }) => [kind, status, count])).toEqual(expect.arrayContaining([['group', 'present', 1], ['group', 'absent', 1], ['group', null, 2]]));
  });
});
