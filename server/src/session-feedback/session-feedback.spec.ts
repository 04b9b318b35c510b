import { Meeting } from '../../test/sessions.ts';
import { startTestServer, type TestServer } from '../../test/test-server.ts';

let server: TestServer;
let meeting: Meeting;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  server.at('2026-11-24T15:00:00+08:00');
  meeting = await Meeting.in(server, 6);
});

/** Closed, with the first of the members there. */
async function heldWith(present: number): Promise<string> {
  const { id, endsAt } = await meeting.opened();
  const marks = meeting.members.map(({ member }, at) => meeting.mark(member.id, at < present ? 'present' : 'absent'));
  await meeting.leader.api.call('markAttendance', { params: { id }, body: { marks } });
  server.at(endsAt);
  await meeting.leader.api.call('closeStudySession', { params: { id }, body: meeting.closing() });
  return id;
}

const say = (id: string, at: number, useful: 'yes' | 'partly' | 'no' = 'yes', more = true) => meeting.member(at).api.codeOf('createSessionFeedback', { params: { id }, body: { useful, more } });
const sumOf = (id: string) => meeting.leader.api.call('getSessionFeedback', { params: { id } });

test('who was there says in two taps whether it was useful; nobody sees counts of fewer than five', async () => {
  const id = await heldWith(5);
  for (const at of [0, 1, 2, 3]) expect(await say(id, at)).toBe('ok');
  expect(await sumOf(id)).toEqual({ answers: '不到5人', useful: null, more: null });
  await say(id, 4, 'no', false);
  expect(await sumOf(id)).toEqual({ answers: '5人', useful: { yes: 4, partly: 0, no: 1 }, more: 4 });
});

test('each counts once, by what they said last', async () => {
  const id = await heldWith(6);
  for (const at of [0, 1, 2, 3, 4]) await say(id, at);
  await say(id, 0, 'partly', false);
  expect(await sumOf(id)).toEqual({ answers: '5人', useful: { yes: 4, partly: 1, no: 0 }, more: 4 });
});

test('it waits for the close-out, and is for those alone who were there', async () => {
  const { id } = await meeting.opened();
  expect(await say(id, 0)).toBe('FEEDBACK_NOT_YET');
  const held = await heldWithout();
  expect(await say(held, 5)).toBe('FEEDBACK_NOT_THERE');
  const stranger = await server.make.actor({ town: meeting.town });
  expect(await stranger.api.codeOf('createSessionFeedback', { params: { id: held }, body: { useful: 'yes', more: true } })).toBe('FEEDBACK_NOT_THERE');
});

async function heldWithout(): Promise<string> {
  meeting = await Meeting.in(server, 6);
  return heldWith(5);
}

test('the leader of another group does not see the counts', async () => {
  const id = await heldWith(6);
  const other = await server.make.actor({ town: meeting.town, roles: ['leader'] });
  expect(await other.api.codeOf('getSessionFeedback', { params: { id } })).toBe('NOT_FOUND');
});
