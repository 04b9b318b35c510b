import { randomUUID } from 'node:crypto';
import type { Actor, MadeTown } from '../../test/factory.ts';
import { inTheSameMoment } from '../../test/same-moment.ts';
import { sendTheme } from '../../test/sent-themes.ts';
import { Meeting, shanghai } from '../../test/sessions.ts';
import { startTestServer, type TestServer } from '../../test/test-server.ts';
import { TagsService } from '../members/tags.service.ts';

let server: TestServer;
let meeting: Meeting;
let town: MadeTown;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  server.at('2026-11-24T15:00:00+08:00');
  meeting = await Meeting.in(server);
  town = meeting.town;
});

const tagAs = (who: Actor, ...tags: string[]) => meeting.admin.api.codeOf('setMemberTags', { params: { id: who.member.id }, body: { tags: tags as 'cadre'[] } });
const at = (id: string) => ({ params: { id } });
const request = (more: object = {}) => ({ body: { clientId: randomUUID(), title: '果树剪枝', ...more } });

describe('tags', () => {
  test('are the five and the town’s own words, and say who is meant', async () => {
    const [first, second] = [meeting.member(0), meeting.member(1)];
    expect(await tagAs(first, 'rich_leader', '养蜂户')).toBe('ok');
    expect(await tagAs(second, '养蜂户', 'party_member')).toBe('ok');
    const withTag = (tag: string) => server.get(TagsService).membersWithTag(town.scope, tag);
    expect((await withTag('养蜂户')).sort()).toEqual([first.member.id, second.member.id].sort());
    expect(await withTag('rich_leader')).toEqual([first.member.id]);
    expect(await withTag('没有的')).toEqual([]);
    expect(await meeting.admin.api.call('getMember', { params: { id: first.member.id } })).toMatchObject({ tags: ['rich_leader'], ownTags: ['养蜂户'] });
    const { tags } = await first.api.call('listTags');
    expect(tags.find(({ tag }) => tag === '养蜂户')).toEqual({ tag: '养蜂户', name: '养蜂户', own: true, members: 2 });
    expect(tags.find(({ tag }) => tag === 'rich_leader')).toMatchObject({ name: '致富带头人', own: false, members: 1 });
    expect(await tagAs(first, 'cadre')).toBe('ok');
    expect([await withTag('养蜂户'), await withTag('cadre')]).toEqual([[second.member.id], [first.member.id]]);
  });

  test('whoever left the town is not meant any more', async () => {
    const gone = meeting.member(0);
    await tagAs(gone, '养蜂户');
    await meeting.admin.api.call('closeMember', { params: { id: gone.member.id }, body: { kind: 'transferred_out', on: '2026-11-20', reason: '搬走了' } });
    expect(await server.get(TagsService).membersWithTag(town.scope, '养蜂户')).toEqual([]);
  });

  test('of the town’s own there are twelve at most, each a word', async () => {
    for (let at = 0; at < 12; at += 1) expect(await tagAs(meeting.member(at % 3), ...Array.from({ length: Math.floor(at / 3) + 1 }, (_, word) => `词${at % 3}${word}`))).toBe('ok');
    expect(await tagAs(meeting.leader, '第十三个')).toBe('TAGS_MANY');
    expect(await tagAs(meeting.leader, '词00')).toBe('ok');
    expect(await tagAs(meeting.leader, '两 个')).toBe('INPUT_INVALID');
  });
});

describe('a course set', () => {
  const set = (more: object = {}) => meeting.admin.api.call('createCourseSet', { body: { title: '直播卖货三课', tag: 'rich_leader', why: '带头人先会，才带得动。', steps: [{ topic: '拍一条短视频' }, { topic: '开一场直播' }], ...more } });

  test('is an ordered list with its reason; a lesson is shown once it was sent', async () => {
    await sendTheme(server, town, '2026-11-23');
    const { items } = await meeting.admin.api.call('listLessons', { query: { pageSize: 1 } });
    const sent = items[0]?.id ?? '';
    const draft = (await meeting.admin.api.call('createLesson', { body: { title: '还没发的课', category: 'skills', blocks: [{ type: 'paragraph', runs: [{ text: '一句' }] }] } })).id;
    const { id } = await set({ steps: [{ topic: '先看一遍', lessonId: sent }, { topic: '再动手', lessonId: draft }, { topic: '讲给家里人听' }] });
    const { steps } = await meeting.member(0).api.call('getCourseSet', at(id));
    expect(steps.map(({ topic, lesson }) => [topic, lesson?.title ?? null])).toEqual([['先看一遍', '冬油菜管护'], ['再动手', null], ['讲给家里人听', null]]);
    expect(await meeting.admin.api.codeOf('updateCourseSet', { ...at(id), body: { steps: [{ topic: '两次', lessonId: sent }, { topic: '两次', lessonId: sent }] } })).toBe('INPUT_INVALID');
    expect(await meeting.admin.api.codeOf('updateCourseSet', { ...at(id), body: { steps: [{ topic: '没有', lessonId: randomUUID() }] } })).toBe('NOT_FOUND');
  });

  test('is found by whom it is for; a change of one thing leaves the others; a closed one is shown apart', async () => {
    const { id } = await set();
    await set({ title: '讲党课三步', tag: 'cadre' });
    const titles = async (query: object) => (await meeting.member(0).api.call('listCourseSets', { query })).items.map(({ title, steps }) => [title, steps]);
    expect(await titles({ tag: 'rich_leader' })).toEqual([['直播卖货三课', 2]]);
    expect(await meeting.admin.api.call('updateCourseSet', { ...at(id), body: { why: '年货节用得上。' } })).toMatchObject({ title: '直播卖货三课', tagName: '致富带头人', why: '年货节用得上。', steps: [{ topic: '拍一条短视频' }, {}] });
    await meeting.admin.api.call('closeCourseSet', at(id));
    expect(await titles({})).toEqual([['讲党课三步', 2]]);
    expect(await titles({ closed: 'true' })).toEqual([['直播卖货三课', 2]]);
    expect(await meeting.admin.api.codeOf('updateCourseSet', { ...at(id), body: { why: '晚了' } })).toBe('COURSE_SET_CLOSED');
  });
});

describe('suggestions', () => {
  test('each has its reason: the group asks, it is for people like oneself, it was not studied for long', async () => {
    await sendTheme(server, town, '2026-11-23');
    const reader = meeting.member(2);
    await tagAs(reader, 'rich_leader');
    await meeting.admin.api.call('createCourseSet', { body: { title: '直播卖货三课', tag: 'rich_leader', why: '带头人先会，才带得动。', steps: [{ topic: '拍一条' }] } });
    await meeting.admin.api.call('createCourseSet', { body: { title: '给干部的', tag: 'cadre', why: '不相干。', steps: [{ topic: '一步' }] } });
    const { id } = await meeting.member(0).api.call('createCourseRequest', request());
    await meeting.member(1).api.call('joinCourseRequest', at(id));
    const reasons = async () => (await reader.api.call('listCourseSuggestions')).items.map(({ kind, title, reason }) => [kind, title, reason]);
    expect(await reasons()).toEqual([
      ['course_request', '果树剪枝', '你们组有2个人点了这一课，你也可以一起点。'],
      ['course_set', '直播卖货三课', '这套课是给致富带头人排的：带头人先会，才带得动。'],
      ['lesson', '冬油菜管护', '“种养”你这半年还没学过。'],
    ]);
    await reader.api.call('createCheckIn', { body: { clientId: randomUUID(), monday: '2026-11-23', capturedAt: server.now(), takeaway: { kind: 'text', text: '先清沟' } } });
    await reader.api.call('joinCourseRequest', at(id));
    expect((await reasons()).map(([kind]) => kind)).toEqual(['course_set']);
  });
});

describe('a course request', () => {
  test('is asked once, joined by others, and shows how many; their names only to those who plan', async () => {
    const [first, second] = [meeting.member(0), meeting.member(1)];
    const sent = request({ detail: '自家柑橘，想看怎么剪', category: 'farming' });
    const { id } = await first.api.call('createCourseRequest', sent);
    expect((await first.api.call('createCourseRequest', sent)).id).toBe(id);
    expect(await first.api.codeOf('createCourseRequest', { body: { ...sent.body, title: '别的' } })).toBe('CLIENT_ID_REUSED');
    await second.api.call('joinCourseRequest', at(id));
    expect(await second.api.call('joinCourseRequest', at(id))).toMatchObject({ joined: 2, mine: true, people: null });
    const seenBy = async (who: Actor) => (await who.api.call('listCourseRequests')).items[0];
    expect(await seenBy(meeting.member(2))).toMatchObject({ title: '果树剪枝', category: 'farming', joined: 2, mine: false, people: null });
    expect((await seenBy(meeting.leader))?.people?.map(({ name }) => name).sort()).toEqual(['组员乙', '组员甲'].sort());
    const otherLeader = await server.make.actor({ town, roles: ['leader'] });
    expect((await seenBy(otherLeader))?.people).toBeNull();
    const foreigner = await server.make.actor();
    expect(await foreigner.api.codeOf('joinCourseRequest', at(id))).toBe('NOT_FOUND');
  });

  test('is given up when the last one leaves, and counts everybody who joins in the same moment', async () => {
    const { id } = await meeting.member(0).api.call('createCourseRequest', request());
    await inTheSameMoment(server, () => Promise.all([meeting.member(1), meeting.member(2), meeting.leader].map(({ api }) => api.call('joinCourseRequest', at(id)))));
    expect((await meeting.member(0).api.call('leaveCourseRequest', at(id))).joined).toBe(3);
    for (const { api } of [meeting.member(1), meeting.member(2)]) await api.call('leaveCourseRequest', at(id));
    expect(await meeting.leader.api.call('leaveCourseRequest', at(id))).toMatchObject({ state: 'closed', joined: 0, closed: { note: '没有人要了' } });
    expect((await meeting.leader.api.send('joinCourseRequest', at(id))).error).toMatchObject({ code: 'COURSE_REQUEST_STATE', message: '这门课现在是“已办结”，不能这样操作' });
  });

  test('one person has five open ones at most', async () => {
    const { api } = meeting.member(0);
    for (let at = 0; at < 5; at += 1) await api.call('createCourseRequest', request());
    expect(await api.codeOf('createCourseRequest', request())).toBe('COURSE_REQUESTS_MANY');
  });

  test('planned as a session: those who asked are told, and asked how it was when it is over', async () => {
    const [first, second] = [meeting.member(0), meeting.member(1)];
    const { id } = await first.api.call('createCourseRequest', request());
    await second.api.call('joinCourseRequest', at(id));
    const session = await meeting.session({ placeText: '柳溪果园' });
    const plan = { ...at(id), body: { sessionId: session.id } };
    expect(await meeting.leader.api.call('planCourseRequest', plan)).toMatchObject({ state: 'planned', session: { id: session.id, date: '2026-11-24' } });
    await meeting.leader.api.call('planCourseRequest', plan);
    for (const who of [first, second]) expect((await meeting.noticesOf(who)).filter((text) => text.startsWith('你点的课排上了'))).toEqual(['你点的课排上了：“果树剪枝”11月24日19:30开课，在柳溪果园。']);
    await meeting.leader.api.call('openStudySession', { params: { id: session.id } });
    server.at(session.endsAt);
    await meeting.leader.api.call('closeStudySession', { params: { id: session.id }, body: meeting.closing() });
    expect((await first.api.call('listCourseRequests')).items[0]).toMatchObject({ state: 'closed', closed: { note: '开过了' } });
    expect(await meeting.noticesOf(second)).toContain('你点的课，觉得怎么样：“果树剪枝”讲完了。去的话点两下说说有没有用，不记名。');
  });

  test('whose session is cancelled waits again', async () => {
    const { id } = await meeting.member(0).api.call('createCourseRequest', request());
    const session = await meeting.session({ startsAt: shanghai('2026-11-26') });
    await meeting.leader.api.call('planCourseRequest', { ...at(id), body: { sessionId: session.id } });
    await meeting.leader.api.call('cancelStudySession', { params: { id: session.id }, body: { reason: '停电' } });
    expect((await meeting.member(0).api.call('listCourseRequests')).items[0]).toMatchObject({ state: 'open', session: null });
    expect(await meeting.noticesOf(meeting.member(0))).toContain('你点的课要重新排：“果树剪枝”那一次不开了，你点的还算数，等着再排。');
    expect(await meeting.leader.api.codeOf('planCourseRequest', { ...at(id), body: { sessionId: session.id } })).toBe('COURSE_REQUEST_SESSION_OVER');
  });

  test('is answered by the town where no session will come of it', async () => {
    const { id } = await meeting.member(0).api.call('createCourseRequest', request());
    await meeting.admin.api.call('closeCourseRequest', { ...at(id), body: { note: '镇里请不到老师，县里3月有班，可以报名。' } });
    expect(await meeting.noticesOf(meeting.member(0))).toContain('你点的课有答复：“果树剪枝”：镇里请不到老师，县里3月有班，可以报名。');
    expect(await meeting.admin.api.codeOf('closeCourseRequest', { ...at(id), body: { note: '再说一次' } })).toBe('COURSE_REQUEST_STATE');
  });
});
