import { randomUUID } from 'node:crypto';
import { Statements } from '../../test/query-plans.ts';
import { Meeting, shanghai } from '../../test/sessions.ts';
import { startTestServer, type TestServer } from '../../test/test-server.ts';
import { MembersService } from '../members/members.service.ts';
import { Database } from '../platform/database/database.ts';
import { type News, NoticesService } from './notices.service.ts';
import { Notice } from './notice.entity.ts';

const people = 3_000;

let server: TestServer;
let meeting: Meeting;
beforeAll(async () => {
  server = await startTestServer();
  meeting = await Meeting.in(server, 1);
});
afterAll(() => server.close());

const tell = (news: News, to = [meeting.member(0).member.id]) => server.make.act(meeting.town, () => server.get(NoticesService).tell(meeting.town.scope, to, news));
const news = (more: Partial<News> = {}): News => ({ kind: 'study-session', title: '活动改期', text: '改到周五', link: null, dedupeKey: randomUUID(), ...more });
const linesOf = (dedupeKey: string) => server.get(Database).rows(Notice).findBy({ townId: meeting.town.id, dedupeKey });

test('whoever was told keeps the first word, when it was and that they read it, however often it is told again', async () => {
  const first = news();
  await tell(first);
  const [known] = await linesOf(first.dedupeKey);
  await meeting.member(0).api.call('readNotice', { params: { id: known?.id ?? '' } });
  await Promise.all([1, 2, 3].map(() => tell({ ...first, text: '改到周六' }, [meeting.member(0).member.id, meeting.leader.member.id, meeting.leader.member.id])));
  const lines = await linesOf(first.dedupeKey);
  expect(lines.map(({ memberId, text, readAt }) => [memberId, text, readAt]).sort()).toEqual([[meeting.member(0).member.id, '改到周五', server.now()], [meeting.leader.member.id, '改到周六', null]].sort());
});

test('a session of a whole town of three thousand is moved and cancelled in a bounded number of statements, everybody told once', async () => {
  const joining = Array.from({ length: people }, (_, at) => ({ name: `学员${at}`, phone: null, groupId: meeting.groupId, since: '2026-05-15' }));
  await server.make.act(meeting.town, () => server.get(MembersService).addAll(meeting.town.scope, joining));
  const { id } = await meeting.session({ startsAt: shanghai('2026-11-25') });
  const statements = await Statements.of(server);
  await meeting.leader.api.call('moveStudySession', { params: { id }, body: { startsAt: shanghai('2026-11-26'), endsAt: shanghai('2026-11-26', '21:00'), why: '停电' } });
  await meeting.leader.api.call('cancelStudySession', { params: { id }, body: { reason: '都去抢收了' } });
  const written = statements.all.filter(({ sql }) => /^INSERT INTO .notices./.test(sql)).length;
  // Seven chunks each; and what the two acts read and write besides does not grow with the people.
  expect(written).toBe(14);
  expect(statements.all.length - written).toBeLessThan(80);
  for (const key of [`session-moved:${id}:1`, `session-cancelled:${id}`]) expect(new Set((await linesOf(key)).map(({ memberId }) => memberId)).size).toBe(people + 1);
  expect(await meeting.noticesOf(meeting.member(0))).toContain('活动取消：11月26日19:30的“冬油菜田间管理”不开了。都去抢收了');
});
