import { randomUUID } from 'node:crypto';
import { Meeting, shanghai } from '../../test/sessions.ts';
import { startTestServer, type TestServer } from '../../test/test-server.ts';
import { Database } from '../platform/database/database.ts';
import { Teacher } from './teacher.entity.ts';

let server: TestServer;
let meeting: Meeting;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  server.at('2026-11-24T15:00:00+08:00');
  meeting = await Meeting.in(server);
});

const teacher = (more: object = {}) => meeting.admin.api.call('createTeacher', { body: { name: '何老师', kind: 'party_school', organisation: '县委党校', topics: ['党史'], ...more } });
const invitation = (teacherId: string, more: object = {}) => ({ body: { clientId: randomUUID(), teacherId, groupId: meeting.groupId, topic: '红旗渠', date: '2026-12-01', ...more } });
const at = (id: string) => ({ params: { id } });

describe('the pool', () => {
  test('holds teachers from outside and local ones, who may be members of the town', async () => {
    const villager = meeting.member(0);
    await teacher();
    const local = await teacher({ name: '老周', kind: 'rich_leader', memberId: villager.member.id, topics: ['柑橘剪枝'], tags: ['种植'] });
    expect(local).toMatchObject({ member: { memberId: villager.member.id }, taught: 0, closed: false });
    const names = async (query: object) => (await villager.api.call('listTeachers', { query })).items.map(({ name }) => name);
    expect(await names({})).toEqual(['何老师', '老周']);
    expect(await names({ local: true })).toEqual(['老周']);
    expect(await names({ q: '剪枝' })).toEqual(['老周']);
    expect(await names({ q: '%' })).toEqual([]);
    expect(await names({ kind: 'party_school' })).toEqual(['何老师']);
    expect((await meeting.admin.api.send('createTeacher', { body: { name: '外人', kind: 'upper_organisation', memberId: villager.member.id } })).error).toMatchObject({ code: 'INPUT_INVALID', field: 'memberId' });
  });

  test('keeps phones sealed: masked for those who invite, whole on request, and each look is written down', async () => {
    const { id } = await teacher({ phone: '13800001234' });
    expect(await meeting.member(0).api.call('getTeacher', at(id))).toMatchObject({ hasPhone: true, phoneMasked: null });
    expect(await meeting.leader.api.call('getTeacher', at(id))).toMatchObject({ phoneMasked: '138****1234' });
    expect(await meeting.leader.api.call('revealTeacherPhone', at(id))).toEqual({ phone: '13800001234' });
    const { items } = await meeting.admin.api.call('listAuditRows', { query: { act: 'teacher.phone-revealed' } });
    expect(items).toMatchObject([{ by: '罗组长', target: id }]);
    expect(await meeting.admin.api.call('updateTeacher', { ...at(id), body: { phone: null } })).toMatchObject({ hasPhone: false, organisation: '县委党校' });
  });

  test('are all shown though the phone of one cannot be read any longer', async () => {
    const { id } = await teacher({ phone: '13800001234' });
    await teacher({ name: '老周', phone: '13800005678' });
    await server.make.act(meeting.town, () => server.get(Database).rows(Teacher).update({ townId: meeting.town.id, id }, { phoneCipher: 'lost.AAAA' }));
    expect((await meeting.leader.api.call('listTeachers')).items.map(({ name, phoneMasked }) => [name, phoneMasked])).toEqual([['何老师', '读不出'], ['老周', '138****5678']]);
    expect(await meeting.leader.api.codeOf('revealTeacherPhone', at(id))).toBe('PHONE_UNREADABLE');
  });

  test('a closed teacher is shown apart and invited no more', async () => {
    const { id } = await teacher();
    const closed = await meeting.admin.api.call('closeTeacher', at(id));
    expect(await meeting.admin.api.call('closeTeacher', at(id))).toEqual(closed);
    expect((await meeting.leader.api.call('listTeachers')).total).toBe(0);
    expect((await meeting.leader.api.call('listTeachers', { query: { closed: 'true' } })).total).toBe(1);
    expect(await meeting.leader.api.codeOf('createTeacherInvitation', invitation(id))).toBe('TEACHER_CLOSED');
    expect(await meeting.admin.api.codeOf('updateTeacher', { ...at(id), body: { name: '别人' } })).toBe('TEACHER_CLOSED');
  });

  test('counts the sessions that were closed out with the teacher, once each', async () => {
    const { id } = await teacher();
    const session = await meeting.closed({}, { teacherId: id, title: '红旗渠' });
    expect(await meeting.leader.api.call('getTeacher', at(id))).toMatchObject({ taught: 1, sessions: [{ sessionId: session.id, title: '红旗渠', date: '2026-11-24' }] });
  });

  test('a session’s teacher is one of the town’s', async () => {
    const elsewhere = await Meeting.in(server);
    const foreign = await elsewhere.admin.api.call('createTeacher', { body: { name: '外镇的', kind: 'cadre' } });
    expect((await meeting.leader.api.send('createStudySession', meeting.plan({ teacherId: foreign.id }))).error).toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('an invitation', () => {
  test('reaches a teacher who is a member, whose answer reaches whoever invited', async () => {
    const local = meeting.member(0);
    const { id: teacherId } = await teacher({ name: '老周', kind: 'cadre', memberId: local.member.id });
    const sent = invitation(teacherId);
    const { id } = await meeting.leader.api.call('createTeacherInvitation', sent);
    expect((await meeting.leader.api.call('createTeacherInvitation', sent)).id).toBe(id);
    expect(await meeting.noticesOf(local)).toContain('有人请你讲一课：12月1日讲“红旗渠”，去回一声能不能来。');
    expect((await local.api.call('listTeacherInvitations')).items).toMatchObject([{ id, state: 'invited', forMe: true, invitedBy: { name: '罗组长' } }]);
    expect(await local.api.call('answerTeacherInvitation', { ...at(id), body: { accept: true, note: '带两把剪子' } })).toMatchObject({ state: 'accepted', answer: { by: { memberId: local.member.id }, note: '带两把剪子' } });
    expect(await meeting.noticesOf(meeting.leader)).toContain('老师答应了：12月1日讲“红旗渠”，老周能来：带两把剪子。');
  });

  test('the answer of somebody from outside is written down by the leader; minds change', async () => {
    const { id } = await meeting.leader.api.call('createTeacherInvitation', invitation((await teacher()).id));
    const answer = (accept: boolean) => meeting.leader.api.call('answerTeacherInvitation', { ...at(id), body: { accept } });
    expect(await answer(true)).toMatchObject({ state: 'accepted', forMe: false, answer: { by: { name: '罗组长' } } });
    expect(await answer(true)).toMatchObject({ state: 'accepted' });
    expect(await answer(false)).toMatchObject({ state: 'declined' });
    expect(await meeting.leader.api.call('withdrawTeacherInvitation', at(id))).toMatchObject({ state: 'withdrawn' });
    expect((await meeting.leader.api.send('answerTeacherInvitation', { ...at(id), body: { accept: true } })).error).toMatchObject({ code: 'TEACHER_INVITATION_STATE', message: '这次邀请现在是“已撤回”，不能这样操作' });
  });

  test('is withdrawn by the group that made it, not by the teacher who leads another', async () => {
    const other = await server.make.actor({ town: meeting.town, roles: ['leader'] });
    const { id: teacherId } = await teacher({ kind: 'cadre', memberId: other.member.id });
    const { id } = await meeting.leader.api.call('createTeacherInvitation', invitation(teacherId));
    expect(await other.api.codeOf('withdrawTeacherInvitation', at(id))).toBe('NOT_FOUND');
    expect(await other.api.codeOf('answerTeacherInvitation', { ...at(id), body: { accept: false } })).toBe('ok');
    expect(await meeting.member(1).api.codeOf('answerTeacherInvitation', { ...at(id), body: { accept: true } })).toBe('NOT_FOUND');
  });

  test('is for a day from today on, or for a session that one leads', async () => {
    const { id: teacherId } = await teacher();
    for (const date of [null, '2026-11-23']) expect((await meeting.leader.api.send('createTeacherInvitation', invitation(teacherId, { date }))).error).toMatchObject({ code: 'INPUT_INVALID', field: 'date' });
    expect(await meeting.leader.api.codeOf('createTeacherInvitation', invitation(teacherId, { date: '2026-11-24' }))).toBe('ok');
    const elsewhere = await Meeting.in(server);
    expect(await meeting.leader.api.codeOf('createTeacherInvitation', invitation(teacherId, { sessionId: (await elsewhere.session()).id }))).toBe('NOT_FOUND');
  });

  test('for a session goes along with it: asked again when it moves to another day, withdrawn when it is cancelled', async () => {
    const local = meeting.member(0);
    const { id: teacherId } = await teacher({ kind: 'cadre', memberId: local.member.id });
    const session = await meeting.session({ startsAt: shanghai('2026-11-26') });
    const { id } = await meeting.leader.api.call('createTeacherInvitation', invitation(teacherId, { sessionId: session.id, date: null }));
    await local.api.call('answerTeacherInvitation', { ...at(id), body: { accept: true } });
    const startsAt = shanghai('2026-11-27');
    await meeting.leader.api.call('moveStudySession', { params: { id: session.id }, body: { startsAt, endsAt: startsAt + 3_600_000, why: '下雨' } });
    const mine = async () => (await local.api.call('listTeacherInvitations')).items[0];
    expect(await mine()).toMatchObject({ state: 'invited', date: '2026-11-27', answer: null });
    await meeting.leader.api.call('cancelStudySession', { params: { id: session.id }, body: { reason: '停电' } });
    expect(await mine()).toMatchObject({ state: 'withdrawn' });
    expect(await meeting.noticesOf(local)).toEqual(expect.arrayContaining(['讲课的日子改了：讲“红旗渠”改到11月27日，请再回一声能不能来。', '讲课不用准备了：11月27日讲“红旗渠”这次不办了，谢谢你。']));
  });
});

describe('a session’s venue', () => {
  test('is booked with its plan, goes along with a move, and is free again when it is cancelled', async () => {
    const { id: venueId } = await meeting.admin.api.call('createVenue', { body: { name: '活动室', kind: 'party_room' } });
    const bookings = async () => (await meeting.leader.api.call('listVenueBookings', { query: { venueId } })).items.map(({ startsAt, sessionId, purpose }) => ({ startsAt, sessionId, purpose }));
    const session = await meeting.session({ startsAt: shanghai('2026-11-26'), venueId, title: '夜校' });
    expect(await bookings()).toEqual([{ startsAt: shanghai('2026-11-26'), sessionId: session.id, purpose: '夜校' }]);
    const other = meeting.plan({ startsAt: shanghai('2026-11-26', '20:00'), venueId, despiteOverlap: true });
    expect(await meeting.leader.api.codeOf('createStudySession', other)).toBe('VENUE_TAKEN');
    const startsAt = shanghai('2026-11-27');
    await meeting.leader.api.call('moveStudySession', { params: { id: session.id }, body: { startsAt, endsAt: startsAt + 3_600_000, why: '下雨' } });
    expect((await bookings()).map((one) => one.startsAt)).toEqual([startsAt]);
    await meeting.leader.api.call('cancelStudySession', { params: { id: session.id }, body: { reason: '停电' } });
    expect(await bookings()).toEqual([]);
  });
});
