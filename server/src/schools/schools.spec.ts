import { addDays, businessDate } from '@weidangxiao/shared/rules/week.ts';
import { randomUUID } from 'node:crypto';
import { Meeting, shanghai } from '../../test/sessions.ts';
import { startTestServer, type TestServer } from '../../test/test-server.ts';

const now = Date.parse('2026-11-24T15:00:00+08:00');
let server: TestServer;
let meeting: Meeting;
beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  server.at(now);
  meeting = await Meeting.in(server, 2);
});
afterAll(() => server.close());

const school = (by = meeting.member(0)) => by.api.call('getSchool', { params: { id: meeting.groupId } });

/** Closed at their ends, one after the other. */
async function held(titles: readonly string[]): Promise<void> {
  for (const [at, title] of titles.entries()) {
    server.at(shanghai(addDays('2026-11-10', at)));
    await meeting.closed({}, { title, startsAt: server.now() });
  }
  server.at(now);
}

async function published(title: string): Promise<void> {
  const { id } = await meeting.member(1).api.call('createReflection', { body: { clientId: randomUUID(), kind: 'personal', title, paragraphs: ['回去就照着做了。'] } });
  await meeting.member(1).api.call('submitReflection', { params: { id } });
  await meeting.admin.api.call('publishReflection', { params: { id } });
}

describe('a school', () => {
  test('is there with its group: who leads, how many, and nothing yet', async () => {
    const seen = await school();
    expect(seen).toMatchObject({ id: meeting.groupId, members: 3, foundedOn: null, intro: '', venue: null, next: null, past: [], reflections: [], leaders: [{ name: '罗组长' }] });
    expect(seen.name).toBe(seen.groupName);
  });

  test('shows its own place, and not the town’s', async () => {
    const add = (name: string, groupId: string | null) => meeting.admin.api.call('createVenue', { body: { name, kind: 'party_room', groupId, seats: 30, address: '村口' } });
    await add('镇会议室', null);
    expect((await school()).venue).toBeNull();
    const { id } = await add('村活动室', meeting.groupId);
    expect((await school()).venue).toEqual({ id, name: '村活动室', address: '村口', seats: 30 });
  });

  test('shows the session that comes next, also one under way, never one that is cancelled or over', async () => {
    const soon = await meeting.session({ title: '今晚', startsAt: shanghai('2026-11-24') });
    await meeting.session({ title: '下周', startsAt: shanghai('2026-12-01') });
    expect((await school()).next).toMatchObject({ id: soon.id, title: '今晚' });
    await meeting.leader.api.call('openStudySession', { params: { id: soon.id } });
    server.at(soon.startsAt + 60_000);
    expect((await school()).next).toMatchObject({ title: '今晚', state: 'open' });
    server.at(soon.endsAt);
    expect((await school()).next).toMatchObject({ title: '下周' });
    await meeting.leader.api.call('cancelStudySession', { params: { id: (await school()).next?.id ?? '' }, body: { reason: '下雪' } });
    expect((await school()).next).toBeNull();
  });

  test('shows the last five sessions that were closed out, newest first', async () => {
    await held(['一', '二', '三', '四', '五', '六']);
    expect((await school()).past.map(({ title }) => title)).toEqual(['六', '五', '四', '三', '二']);
  });

  test('shows reflections once they are published, those of the group alone', async () => {
    await published('一点心得');
    await meeting.member(0).api.call('createReflection', { body: { clientId: randomUUID(), kind: 'personal', title: '草稿', paragraphs: ['还没写完。'] } });
    const stranger = await server.make.actor({ town: meeting.town });
    expect((await school(stranger)).reflections).toMatchObject([{ title: '一点心得', author: { name: '组员乙' }, publishedAt: now }]);
    expect((await stranger.api.call('getSchool', { params: { id: stranger.member.groupId ?? '' } })).reflections).toEqual([]);
  });
});

describe('writing a school’s page', () => {
  const change = (by: typeof meeting.leader, body: object, id = meeting.groupId) => by.api.codeOf('updateSchool', { params: { id }, body });

  test('a leader names the village, says when it was founded and what it is; what is left out stays', async () => {
    const { api } = meeting.leader;
    await api.call('updateSchool', { params: { id: meeting.groupId }, body: { name: '柳溪村', foundedOn: '2025-05-20', intro: '山下的一所。' } });
    await api.call('updateSchool', { params: { id: meeting.groupId }, body: { intro: '山下的一所，夜里有灯。' } });
    expect(await school()).toMatchObject({ name: '柳溪村', foundedOn: '2025-05-20', intro: '山下的一所，夜里有灯。' });
    await api.call('updateSchool', { params: { id: meeting.groupId }, body: { foundedOn: null } });
    expect(await school()).toMatchObject({ name: '柳溪村', foundedOn: null });
    const { items } = await meeting.admin.api.call('listAuditRows', { query: { act: 'school.changed' } });
    expect(items).toMatchObject(Array.from({ length: 3 }, () => ({ by: '罗组长', target: meeting.groupId })));
  });

  test('is for the group’s leader and the admins', async () => {
    const { leader, admin, groupId } = meeting;
    const elsewhere = await server.make.actor({ town: meeting.town, roles: ['leader'] });
    expect([await change(leader, { intro: '好' }), await change(admin, { intro: '更好' })]).toEqual(['ok', 'ok']);
    expect(await change(elsewhere, { intro: '别人的' })).toBe('NOT_FOUND');
    expect(await meeting.member(0).api.codeOf('updateSchool', { params: { id: groupId }, body: { intro: '我来写' } })).toBe('NOT_ALLOWED');
    expect((await school()).intro).toBe('更好');
  });

  test('no school was founded tomorrow, and none belongs to a group that is closed', async () => {
    const tomorrow = addDays(businessDate(now), 1);
    expect((await meeting.leader.api.send('updateSchool', { params: { id: meeting.groupId }, body: { foundedOn: tomorrow } })).error).toMatchObject({ code: 'INPUT_INVALID', field: 'foundedOn', message: '有一项填得不对：成立的日期不能在今天以后' });
    const { id } = await server.make.group(meeting.town);
    await meeting.admin.api.call('closeGroup', { params: { id } });
    expect(await change(meeting.admin, { intro: '没有了' }, id)).toBe('NOT_FOUND');
    expect(await meeting.admin.api.codeOf('getSchool', { params: { id } })).toBe('NOT_FOUND');
  });

  test('two who write a page for the first time in the same moment both succeed', async () => {
    const answers = await Promise.all([change(meeting.leader, { intro: '甲' }), change(meeting.admin, { intro: '乙' })]);
    expect(answers).toEqual(['ok', 'ok']);
    expect(['甲', '乙']).toContain((await school()).intro);
  });
});

test('the town’s schools are listed page by page, in the order of their groups, with what each is called', async () => {
  const town = await server.make.town();
  const admin = await server.make.actor({ town, roles: ['admin'], groupId: null });
  for (const name of ['第十小组', '第二小组', '第一小组']) await server.make.group(town, name);
  const first = await admin.api.call('listSchools', { query: { pageSize: 2 } });
  expect(first).toMatchObject({ total: 3, items: [{ groupName: '第一小组', members: 0, leaders: [], venue: null }, { groupName: '第二小组' }] });
  await admin.api.call('updateSchool', { params: { id: first.items[0]?.id ?? '' }, body: { name: '柳溪村' } });
  expect((await admin.api.call('listSchools', { query: { page: 2, pageSize: 2 } })).items).toMatchObject([{ groupName: '第十小组', name: '第十小组' }]);
  expect((await admin.api.call('listSchools')).items[0]).toMatchObject({ groupName: '第一小组', name: '柳溪村' });
});
