import { randomUUID } from 'node:crypto';
import { pngFile, voiceFile } from '../../test/matrix/files.ts';
import { inTheSameMoment } from '../../test/same-moment.ts';
import { Meeting, shanghai } from '../../test/sessions.ts';
import { startTestServer, type TestServer } from '../../test/test-server.ts';
import { RolesService } from '../members/roles.service.ts';

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

const tomorrow = { startsAt: shanghai('2026-11-25'), endsAt: shanghai('2026-11-25', '21:00') };

describe('a planned session', () => {
  test('stands in the calendar of the town, of its group and of its people', async () => {
    const { id } = await meeting.session({ title: '夜校：冬油菜' });
    const stranger = await server.make.actor({ town: meeting.town });
    const titles = async (api: typeof stranger.api, query: object) => (await api.call('listStudySessions', { query })).items.map(({ title }) => title);
    expect(await titles(stranger.api, {})).toEqual(['夜校：冬油菜']);
    expect(await titles(stranger.api, { mine: true })).toEqual([]);
    expect(await titles(meeting.member(0).api, { mine: true })).toEqual(['夜校：冬油菜']);
    expect(await titles(stranger.api, { groupId: meeting.groupId, kind: 'night', state: 'planned', from: '2026-11-24', to: '2026-11-24' })).toEqual(['夜校：冬油菜']);
    expect(await titles(stranger.api, { from: '2026-11-25' })).toEqual([]);
    expect(await stranger.api.call('getStudySession', { params: { id } })).toMatchObject({ state: 'planned', hours: '1.5', expectedCount: 4, counts: null, record: null, group: { id: meeting.groupId } });
  });

  test('sent again after a lost reply, or four times at once, is one session', async () => {
    const sent = meeting.plan();
    const answers = await inTheSameMoment(server, () => Promise.all([1, 2, 3, 4].map(() => meeting.leader.api.call('createStudySession', sent))));
    expect(new Set([...answers, await meeting.leader.api.call('createStudySession', sent)].map(({ id }) => id)).size).toBe(1);
    expect(await meeting.leader.api.codeOf('createStudySession', { body: { ...sent.body, title: '另一场' } })).toBe('CLIENT_ID_REUSED');
  });

  test('may be for several groups, a tag or the branch committee, and then belongs to the town', async () => {
    const other = await server.make.actor({ town: meeting.town, tags: ['cadre'] });
    const groups = { kind: 'groups' as const, groupIds: [meeting.groupId, other.member.groupId ?? ''] };
    const both = await meeting.admin.api.call('createStudySession', meeting.plan({ kind: 'centralized', expects: groups }));
    expect([both.group, both.expected.groups.length, both.expectedCount]).toEqual([null, 2, 5]);
    const cadres = await meeting.admin.api.call('createStudySession', meeting.plan({ expects: { kind: 'tag', tag: 'cadre' }, ...tomorrow }));
    expect([cadres.expected.tag, cadres.expectedCount]).toEqual(['cadre', 1]);
    await server.make.act(meeting.town, () => server.get(RolesService).give(meeting.town.scope, meeting.member(0).member.id, 'committee', null));
    const committee = await meeting.admin.api.call('createStudySession', meeting.plan({ expects: { kind: 'committee' }, startsAt: shanghai('2026-11-26') }));
    expect(committee.expectedCount).toBe(1);
    const mine = await (await server.make.login(other.member)).call('listStudySessions', { query: { mine: 'true' } });
    expect(mine.items.map(({ id }) => id)).toEqual([both.id, cadres.id]);
    for (const { id } of [both, cadres, committee]) expect(await meeting.leader.api.codeOf('cancelStudySession', { params: { id }, body: { reason: '不归我管' } })).toBe('NOT_FOUND');
    expect(await meeting.leader.api.codeOf('createStudySession', meeting.plan({ expects: { kind: 'committee' } }))).toBe('NOT_ALLOWED');
    expect(await meeting.leader.api.codeOf('createStudySession', meeting.plan({ expects: { kind: 'groups', groupIds: [other.member.groupId ?? ''] } }))).toBe('NOT_FOUND');
  });

  test('may be for those whom the town calls by a word of its own, whatever their group', async () => {
    const keeper = await server.make.actor({ town: meeting.town });
    const name = (memberId: string, tags: string[]) => meeting.admin.api.call('setMemberTags', { params: { id: memberId }, body: { tags } });
    for (const { member } of [keeper, meeting.member(0)]) await name(member.id, ['养蜂户']);
    const session = await meeting.admin.api.call('createStudySession', meeting.plan({ title: '蜂蜜怎么卖', expects: { kind: 'tag', tag: '养蜂户' } }));
    expect([session.expected.tag, session.expectedCount]).toEqual(['养蜂户', 2]);
    const own = async ({ api }: typeof keeper) => (await api.call('listStudySessions', { query: { mine: 'true' } })).items.map(({ title }) => title);
    expect([await own(keeper), await own(meeting.member(1))]).toEqual([['蜂蜜怎么卖'], []]);
    await name(meeting.member(0).member.id, []);
    const { counts } = await meeting.admin.api.call('openStudySession', { params: { id: session.id } });
    expect(counts?.expected).toBe(1);
    expect(await meeting.admin.api.codeOf('createStudySession', meeting.plan({ expects: { kind: 'tag', tag: '养猪户' } }))).toBe('SESSION_NOBODY');
    const refused = await meeting.admin.api.send('createStudySession', meeting.plan({ expects: { kind: 'tag', tag: '养蜂户，养猪户' } }));
    expect(refused.error).toMatchObject({ code: 'INPUT_INVALID', message: expect.stringContaining('标签里不要空格和逗号') });
  });

  test('ends after it began, on one day, and not a month ago', async () => {
    const code = async (from: string, to: string) => {
      const reply = await meeting.leader.api.send('createStudySession', meeting.plan({ startsAt: Date.parse(from), endsAt: Date.parse(to) }));
      return [reply.error.code, reply.error.message];
    };
    expect(await code('2026-11-24T19:30:00+08:00', '2026-11-24T19:30:00+08:00')).toEqual(['SESSION_TIMES', '时间不对：结束要在开始以后']);
    expect(await code('2026-11-24T06:00:00+08:00', '2026-11-24T18:01:00+08:00')).toEqual(['SESSION_TIMES', '时间不对：一场最长12小时']);
    expect((await code('2026-11-24T22:00:00+08:00', '2026-11-25T00:01:00+08:00'))[1]).toContain('跨天');
    expect((await code('2026-10-20T19:00:00+08:00', '2026-10-20T20:00:00+08:00'))[0]).toBe('SESSION_IN_PAST');
  });

  test('is refused where somebody is expected elsewhere at that time, with whom and when, until that is meant so', async () => {
    await meeting.session({ title: '夜校' });
    const half = { startsAt: shanghai('2026-11-24', '20:30'), endsAt: shanghai('2026-11-24', '21:30') };
    const reply = await meeting.leader.api.send('createStudySession', meeting.plan(half));
    expect([reply.error.code, reply.error.message]).toEqual(['SESSION_OVERLAPS', expect.stringMatching(/学习小组4人在11月24日19:30到21:00已有“夜校”/)]);
    expect(await meeting.leader.api.codeOf('createStudySession', meeting.plan({ ...half, despiteOverlap: true }))).toBe('ok');
    const after = { startsAt: shanghai('2026-11-24', '21:30'), endsAt: shanghai('2026-11-24', '22:00') };
    expect(await meeting.leader.api.codeOf('createStudySession', meeting.plan(after))).toBe('ok');
    const tagged = await server.make.actor({ town: meeting.town, groupId: meeting.groupId, tags: ['reserve'] });
    expect(tagged.member.tags).toEqual(['reserve']);
    const tag = await meeting.admin.api.send('createStudySession', meeting.plan({ expects: { kind: 'tag', tag: 'reserve' } }));
    expect(tag.error.message).toContain('学习小组1人');
  });

  test('by several people in the same instant is one: the others are told what is in the way', async () => {
    const second = await server.make.actor({ town: meeting.town, groupId: meeting.groupId, roles: ['leader'] });
    const at = (time: string) => ({ startsAt: shanghai('2026-11-24', time), endsAt: shanghai('2026-11-24', '22:00') });
    const asks = [[meeting.leader, '19:30'], [second, '20:00'], [meeting.admin, '20:30'], [meeting.leader, '21:00'], [second, '21:30']] as const;
    const codes = await inTheSameMoment(server, () => Promise.all(asks.map(([{ api }, time]) => api.codeOf('createStudySession', meeting.plan(at(time))))));
    expect(codes.sort()).toEqual(['SESSION_OVERLAPS', 'SESSION_OVERLAPS', 'SESSION_OVERLAPS', 'SESSION_OVERLAPS', 'ok']);
  });

  test('moved to the same evening by two in the same instant, one stays where it was', async () => {
    const [first, other] = [await meeting.session({ startsAt: shanghai('2026-11-25') }), await meeting.session({ startsAt: shanghai('2026-11-26') })];
    const friday = { startsAt: shanghai('2026-11-27'), endsAt: shanghai('2026-11-27', '21:00'), why: '停电' };
    const codes = await inTheSameMoment(server, () => Promise.all([first, other].map(({ id }) => meeting.leader.api.codeOf('moveStudySession', { params: { id }, body: friday }))));
    expect(codes.sort()).toEqual(['SESSION_OVERLAPS', 'ok']);
  });

  test('without anybody to expect is none', async () => {
    const { id } = await server.make.group(meeting.town);
    expect(await meeting.admin.api.codeOf('createStudySession', meeting.plan({ expects: { kind: 'groups', groupIds: [id] } }))).toBe('SESSION_NOBODY');
  });

  test('is changed, moved and cancelled; those expected are told once each time', async () => {
    const { id } = await meeting.session({ title: '夜校', placeText: '二楼' });
    expect(await meeting.leader.api.call('updateStudySession', { params: { id }, body: { title: '夜校：查苗', agenda: '看苗', placeText: '' } })).toMatchObject({ title: '夜校：查苗', agenda: '看苗', place: { text: null }, format: 'lecture' });
    const moved = { params: { id }, body: { ...tomorrow, placeText: '村活动室', why: '今晚停电' } };
    expect(await meeting.leader.api.call('moveStudySession', moved)).toMatchObject({ date: '2026-11-25', changes: [{ kind: 'moved', why: '今晚停电', lines: [{ before: '11月24日19:30', after: '11月25日19:30' }, { label: '地点', after: '村活动室' }] }] });
    await meeting.leader.api.call('moveStudySession', moved);
    expect(await meeting.noticesOf(meeting.member(0))).toEqual(['活动改期：“夜校：查苗”原定11月24日19:30，改到11月25日19:30，在村活动室。今晚停电']);
    expect((await meeting.member(0).api.call('listStudySessions', { query: { groupId: meeting.groupId, from: '2026-11-25', to: '2026-11-25' } })).total).toBe(1);
    for (const _ of [1, 2]) expect(await meeting.leader.api.call('cancelStudySession', { params: { id }, body: { reason: '老师来不了' } })).toMatchObject({ state: 'cancelled', cancelled: { reason: '老师来不了', by: { name: '罗组长' } } });
    expect(await meeting.noticesOf(meeting.member(0))).toHaveLength(2);
    expect(await meeting.leader.api.codeOf('openStudySession', { params: { id } })).toBe('SESSION_STATE');
    expect(await meeting.noticesOf(meeting.leader)).toEqual([]);
  });

  test('does not open before its day', async () => {
    const { id } = await meeting.session(tomorrow);
    expect(await meeting.leader.api.codeOf('openStudySession', { params: { id } })).toBe('SESSION_TOO_EARLY');
    server.at('2026-11-25T00:00:00+08:00');
    expect(await meeting.leader.api.call('openStudySession', { params: { id } })).toMatchObject({ state: 'open', counts: { expected: 4, attended: 0 } });
    expect(await meeting.leader.api.codeOf('moveStudySession', { params: { id }, body: { startsAt: shanghai('2026-11-26'), endsAt: shanghai('2026-11-26', '21:00'), why: '晚了' } })).toBe('SESSION_STATE');
  });

  test('expects people by the dates of their membership', async () => {
    const joined = await server.make.actor({ town: meeting.town, groupId: meeting.groupId, since: '2026-11-25' });
    expect((await meeting.session()).expectedCount).toBe(4);
    expect((await meeting.session(tomorrow)).expectedCount).toBe(5);
    await meeting.admin.api.call('closeMember', { params: { id: joined.member.id }, body: { kind: 'closed', on: '2026-11-24', reason: '去世' } });
    expect((await meeting.session({ startsAt: shanghai('2026-11-26') })).expectedCount).toBe(4);
  });
});

describe('a weekly series', () => {
  const weekly = (more: object = {}) => {
    const { startsAt: _, endsAt: __, ...plan } = meeting.plan({ title: '周四夜校' }).body;
    return { body: { ...plan, weekday: 4, time: '19:30', minutes: 90, from: '2026-11-24', until: '2026-12-24', ...more } };
  };
  const dates = async () => (await meeting.leader.api.call('listStudySessions', { query: { state: 'planned', pageSize: 100 } })).items.map(({ date }) => date);

  test('plans every Thursday until its last day, once', async () => {
    const sent = weekly();
    const first = await meeting.leader.api.call('createSessionSeries', sent);
    expect(first).toMatchObject({ sessions: 5, ended: false });
    expect(await meeting.leader.api.call('createSessionSeries', sent)).toEqual(first);
    const again = weekly({ weekday: 2 });
    const answers = await inTheSameMoment(server, () => Promise.all([1, 2, 3].map(() => meeting.leader.api.call('createSessionSeries', again))));
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
    expect((await dates()).filter((_, at) => at % 2 === 1)).toEqual(['2026-11-26', '2026-12-03', '2026-12-10', '2026-12-17', '2026-12-24']);
  });

  test('has a bound, needs a day, and overlaps nothing unasked', async () => {
    expect(await meeting.leader.api.codeOf('createSessionSeries', weekly({ until: '2028-01-01' }))).toBe('SESSION_SERIES_LENGTH');
    expect(await meeting.leader.api.codeOf('createSessionSeries', weekly({ until: '2026-11-25' }))).toBe('SESSION_SERIES_EMPTY');
    await meeting.session({ startsAt: shanghai('2026-12-10', '20:00'), endsAt: shanghai('2026-12-10', '22:00') });
    expect(await meeting.leader.api.codeOf('createSessionSeries', weekly())).toBe('SESSION_OVERLAPS');
    expect(await dates()).toEqual(['2026-12-10']);
  });

  test('ends: what lies behind that day is cancelled, everybody told once, and none of it leaves a gap', async () => {
    const { id } = await meeting.leader.api.call('createSessionSeries', weekly());
    for (const _ of [1, 2]) expect(await meeting.leader.api.call('endSessionSeries', { params: { id }, body: { after: '2026-12-10', reason: '农忙' } })).toMatchObject({ ended: true });
    expect(await dates()).toEqual(['2026-11-26', '2026-12-03', '2026-12-10']);
    expect(await meeting.noticesOf(meeting.member(0))).toEqual(['活动取消：“周四夜校”从12月17日起不再开，共2场。农忙']);
  });
});

describe('the close-out', () => {
  test('keeps the record, gives the numbers, publishes photos and voice to the town', async () => {
    const photo = await meeting.leader.api.call('createFile', { query: { purpose: 'session' }, file: pngFile() });
    const voice = await meeting.leader.api.call('createFile', { query: { purpose: 'session' }, file: voiceFile() });
    const { id } = await meeting.closed({ line: { kind: 'voice', fileId: voice.id, seconds: 12 }, covered: '清沟、追肥', gap: '缺苗没补', photos: [photo.id] });
    const reader = await server.make.actor({ town: meeting.town });
    expect(await reader.api.call('getStudySession', { params: { id } })).toMatchObject({ state: 'closed', number: 1, groupNumbers: [{ groupId: meeting.groupId, number: 1 }], record: { text: null, voice: { fileId: voice.id, seconds: 12 }, covered: '清沟、追肥', gap: '缺苗没补', photos: [photo.id] }, closed: { by: { name: '罗组长' } } });
    for (const file of [photo, voice]) expect((await reader.api.send('getFile', { params: { id: file.id } })).status).toBe(200);
    const stolen = meeting.closing({ photos: [photo.id] });
    const other = await meeting.opened({ startsAt: shanghai('2026-11-24', '22:00'), endsAt: shanghai('2026-11-24', '22:30') });
    server.at(shanghai('2026-11-24', '22:30'));
    expect(await meeting.admin.api.codeOf('closeStudySession', { params: { id: other.id }, body: stolen })).toBe('NOT_FOUND');
  });

  test('by two leaders at once is the first one’s; the other is told, and the same phone again is answered', async () => {
    const second = await server.make.actor({ town: meeting.town, groupId: meeting.groupId, roles: ['leader'] });
    const { id, endsAt } = await meeting.opened();
    server.at(endsAt);
    const bodies = [meeting.closing(), meeting.closing({ line: { kind: 'text', text: '另一句' } })] as const;
    const replies = await inTheSameMoment(server, () => Promise.all([meeting.leader.api.send('closeStudySession', { params: { id }, body: bodies[0] }), second.api.send('closeStudySession', { params: { id }, body: bodies[1] })]));
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(replies.find(({ status }) => status === 409)?.error).toMatchObject({ code: 'SESSION_CLOSED', message: '这场活动11月24日21:00已经收尾存档。你写的可以作为更正补上，不会丢' });
    const winner = replies[0].status === 200 ? ([meeting.leader, bodies[0]] as const) : ([second, bodies[1]] as const);
    expect(await winner[0].api.call('closeStudySession', { params: { id }, body: winner[1] })).toMatchObject({ number: 1, closed: { by: { memberId: winner[0].member.id } } });
  });

  test('comes after the start, also for a session that nobody opened', async () => {
    const { id, startsAt } = await meeting.session();
    const sent = { params: { id }, body: meeting.closing() };
    expect(await meeting.leader.api.codeOf('closeStudySession', sent)).toBe('SESSION_NOT_STARTED');
    server.at(startsAt);
    expect(await meeting.leader.api.call('closeStudySession', sent)).toMatchObject({ state: 'closed', counts: { expected: 4, attended: 0 } });
  });

  test('numbers town and groups without a gap, after the opening balance, whatever was cancelled', async () => {
    await meeting.admin.api.call('setSessionOpening', { body: { groupId: null, count: 386, evidence: '台账到2026年10月' } });
    await meeting.admin.api.call('setSessionOpening', { body: { groupId: meeting.groupId, count: 30, evidence: '组里的本子' } });
    const at = (hour: string) => ({ startsAt: shanghai('2026-11-24', hour), endsAt: shanghai('2026-11-24', hour.replace(':00', ':50')) });
    const gone = await meeting.session(at('16:00'));
    await meeting.leader.api.call('cancelStudySession', { params: { id: gone.id }, body: { reason: '农忙' } });
    const open = await Promise.all(['17:00', '18:00', '19:00'].map((hour) => meeting.opened(at(hour))));
    server.at(shanghai('2026-11-24', '20:00'));
    const closed = await inTheSameMoment(server, () => Promise.all(open.map(({ id }) => meeting.leader.api.call('closeStudySession', { params: { id }, body: meeting.closing() }))));
    expect(closed.map(({ number }) => number).sort()).toEqual([387, 388, 389]);
    expect(closed.map(({ groupNumbers }) => groupNumbers[0]?.number).sort()).toEqual([31, 32, 33]);
    const count = await meeting.member(0).api.call('getSessionCount');
    expect(count.town).toEqual({ opening: 386, closedHere: 3, total: 389 });
    expect(count.groups.find(({ group }) => group.id === meeting.groupId)).toMatchObject({ opening: 30, closedHere: 3, total: 33 });
    expect(count.openings.map(({ evidence, by }) => [evidence, by.memberId])).toEqual(expect.arrayContaining([['台账到2026年10月', meeting.admin.member.id]]));
  });

  test('may ask somebody to do something until a day, which comes back at the group’s next session until it is done', async () => {
    const { member, api } = meeting.member(0);
    await meeting.closed({ gap: '南边的沟没通', action: { text: '把南边的沟清完', memberId: member.id, due: '2026-12-01' } });
    expect(await meeting.noticesOf(meeting.member(0))).toEqual(['有一件事请你办：“冬油菜田间管理”上定的：把南边的沟清完。12月1日前办好。']);
    const next = await meeting.session(tomorrow);
    expect(next.carried).toMatchObject([{ text: '把南边的沟清完', member: { memberId: member.id }, due: '2026-12-01', done: null }]);
    const stranger = await server.make.actor({ town: meeting.town });
    expect((await stranger.api.call('getStudySession', { params: { id: next.id } })).carried).toEqual([]);
    const { items } = await api.call('listSessionActions', { query: { done: 'false' } });
    for (const _ of [1, 2]) expect(await api.call('completeSessionAction', { params: { id: items[0]?.id ?? '' }, body: { note: '清完了' } })).toMatchObject({ done: { by: { memberId: member.id }, note: '清完了' } });
    expect((await meeting.leader.api.call('getStudySession', { params: { id: next.id } })).carried).toEqual([]);
    expect((await meeting.leader.api.call('listSessionActions', { query: { groupId: meeting.groupId, done: 'true' } })).total).toBe(1);
  });
});

describe('after the close-out', () => {
  test('nothing is edited: a correction says what it was, what it is, why and who', async () => {
    const { id } = await meeting.closed();
    expect(await meeting.leader.api.codeOf('updateStudySession', { params: { id }, body: { title: '改题目' } })).toBe('SESSION_CLOSED');
    expect(await meeting.leader.api.codeOf('cancelStudySession', { params: { id }, body: { reason: '不算' } })).toBe('SESSION_CLOSED');
    const sent = { params: { id }, body: { clientId: randomUUID(), why: '学时记多了', hours: '1', text: '清沟排湿', attendance: [] } };
    const corrected = await meeting.leader.api.call('correctStudySession', sent);
    expect(corrected).toMatchObject({ hours: '1', record: { text: '清沟排湿' }, changes: [{ kind: 'correction', why: '学时记多了', by: { name: '罗组长' }, lines: [{ field: 'text', before: '清沟排湿，查苗补苗', after: '清沟排湿' }, { field: 'hours', before: '1.5', after: '1' }] }] });
    expect(await meeting.leader.api.call('correctStudySession', sent)).toEqual(corrected);
    expect(await meeting.leader.api.codeOf('correctStudySession', { params: { id }, body: { ...sent.body, clientId: randomUUID() } })).toBe('INPUT_INVALID');
    const planned = await meeting.session(tomorrow);
    expect(await meeting.leader.api.codeOf('correctStudySession', { params: { id: planned.id }, body: { ...sent.body, clientId: randomUUID() } })).toBe('SESSION_STATE');
  });

  test('the corrected attendance of somebody is read by those who lead, not by the town', async () => {
    const { member } = meeting.member(0);
    const { id } = await meeting.closed();
    const body = { clientId: randomUUID(), why: '漏点了', attendance: [{ memberId: member.id, status: 'absent' as const }] };
    const { changes } = await meeting.leader.api.call('correctStudySession', { params: { id }, body });
    expect(changes[0]?.lines).toEqual([{ field: 'attendance', label: '组员甲', before: '没点', after: '缺' }]);
    const seen = await meeting.member(1).api.call('getStudySession', { params: { id } });
    expect([seen.changes[0]?.why, seen.changes[0]?.lines]).toEqual(['漏点了', []]);
  });
});
