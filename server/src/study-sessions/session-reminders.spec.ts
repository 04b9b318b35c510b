import { Meeting, shanghai, type SessionAnswer } from '../../test/sessions.ts';
import { sessionTemplate } from '../../test/test-sandbox.ts';
import { startTestServer, type TestServer } from '../../test/test-server.ts';
import { doorbellsOf, WechatPhone } from '../../test/wechat-phone.ts';

const env = { WECHAT_SESSION_TEMPLATE_ID: sessionTemplate, WECHAT_SESSION_TEMPLATE_FIELDS: 'thing1=title,time2=date,thing3=hint' };
const thursday = { startsAt: shanghai('2026-11-26'), endsAt: shanghai('2026-11-26', '21:00') };
let server: TestServer;
let meeting: Meeting;
let phone: WechatPhone;

beforeEach(async () => {
  server = await startTestServer({ wechat: true, env });
  meeting = await Meeting.in(server);
  phone = await WechatPhone.of(server, meeting.member(0), sessionTemplate);
});
afterEach(() => server.close());

/** The jobs of that moment. */
async function run(date: string, time: string): Promise<void> {
  server.at(shanghai(date, time));
  await server.runJob('session-reminders');
  await server.runJob('doorbells');
}
const doorbells = ({ id, startsAt }: SessionAnswer) => doorbellsOf(server, meeting.town, 'session_reminder', `${id}:${startsAt}`);

describe('A planned session', () => {
  test('is announced at 18:00 of the day before, once, to those expected, by the template of sessions', async () => {
    const session = await meeting.session({ ...thursday, title: '冬油菜田间管理', placeText: '青禾村晒场' });
    const stranger = await WechatPhone.of(server, await server.make.actor({ town: meeting.town }), sessionTemplate);
    await run('2026-11-25', '17:59');
    expect([phone.rung, await doorbells(session)]).toEqual([0, null]);
    for (const time of ['18:00', '18:01', '20:00']) await run('2026-11-25', time);
    expect(phone.messages()).toEqual([{ page: `packages/sessions/session/index?id=${session.id}`, fields: { thing1: '冬油菜田间管理', time2: '2026年11月26日 19:30', thing3: '地点：青禾村晒场' } }]);
    expect([stranger.rung, await phone.credits()]).toEqual([0, 0]);
  });

  test('does not ring those who allowed nothing or have no WeChat, and counts them so', async () => {
    const bare = await WechatPhone.of(server, meeting.member(1), sessionTemplate, 0);
    const session = await meeting.session(thursday);
    await run('2026-11-25', '18:00');
    expect([phone.rung, bare.rung, await doorbells(session)]).toEqual([1, 0, { sent: 1, no_credit: 1, unbound: 2 }]);
  });

  test('whose evening nobody was there to announce rings nobody at night, and the next morning', async () => {
    const session = await meeting.session(thursday);
    for (const [date, time] of [['2026-11-25', '21:00'], ['2026-11-26', '06:59']] as const) await run(date, time);
    expect([phone.rung, await doorbells(session)]).toEqual([0, { waiting: 4 }]);
    await run('2026-11-26', '07:00');
    expect([phone.rung, (await doorbells(session))?.waiting]).toEqual([1, undefined]);
  });

  test('that begins before phones may ring again is not announced after it began, and the credit stays', async () => {
    await meeting.session({ startsAt: shanghai('2026-11-25', '06:30'), endsAt: shanghai('2026-11-25', '07:30') });
    await run('2026-11-24', '21:30');
    await run('2026-11-25', '07:00');
    expect([phone.rung, await phone.credits()]).toEqual([0, 1]);
  });

  test('planned for today already is announced at once', async () => {
    await meeting.session();
    await run('2026-11-24', '15:01');
    expect(phone.rung).toBe(1);
  });

  test('that is called off before phones rang stays silent', async () => {
    const { id } = await meeting.session(thursday);
    server.at(shanghai('2026-11-25', '21:30'));
    await server.runJob('session-reminders');
    const { leader } = await meeting.later(shanghai('2026-11-25', '22:00'));
    await leader.api.call('cancelStudySession', { params: { id }, body: { reason: '下雨' } });
    await run('2026-11-26', '07:00');
    expect([phone.rung, await phone.credits()]).toEqual([0, 1]);
  });
});

test('Where the host has no template for it, nothing is announced', async () => {
  const bare = await startTestServer({ wechat: true });
  const elsewhere = await Meeting.in(bare);
  const { id, startsAt } = await elsewhere.session();
  await bare.runJob('session-reminders');
  expect(await doorbellsOf(bare, elsewhere.town, 'session_reminder', `${id}:${startsAt}`)).toBeNull();
  await bare.close();
});
