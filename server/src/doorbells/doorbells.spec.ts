import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { sandboxTemplate } from '../../test/test-sandbox.ts';
import { at, type Bound, monday, PushedTown } from '../theme-pushes/pushes-for-tests.ts';

const sendPath = '/cgi-bin/message/subscribe/send';
let town: PushedTown;

beforeEach(async () => {
  town = await PushedTown.start();
});
afterEach(() => town.server.close());

/** Scheduled, and all jobs of Monday 08:00 run. */
async function push(when = at('08:00:00')): Promise<void> {
  await town.planning.scheduled({ title: '把饭碗端在自己手上' });
  await town.run(when);
}
/** Only the deliveries: nobody has rung yet. */
async function deliver(when = at('08:00:00')): Promise<void> {
  await town.planning.scheduled();
  town.server.at(when);
  await town.server.runJob('theme-push');
}
const doorbells = async () => (await town.funnel()).doorbell;
const reasons = async () => Object.fromEntries((await town.funnel()).reasons.map(({ reason, count }) => [reason, count]));

describe('A doorbell', () => {
  test('rings those with a credit and tells the theme, and a tap opens the week', async () => {
    const reader = await town.bound();
    await push();
    const [message] = town.server.sandbox.listMessages(reader.openid).items;
    expect(message?.fields.map(({ value }) => value)).toEqual(['把饭碗端在自己手上', '2026年11月30日 08:00', '第四十九周的主题，点开就能读']);
    expect(message?.page).toBe(`pages/week/index?monday=${monday}`);
    expect(await town.creditsOf(reader)).toBe(0);
  });

  test('whose theme has a title too long for its template rings all the same, the title cut where it is full', async () => {
    const reader = await town.bound();
    await town.planning.scheduled({ title: `${'谷'.repeat(19)}雨前学种田` });
    await town.run(at('08:00:00'));
    expect(town.server.sandbox.listMessages(reader.openid).items[0]?.fields[0]?.value).toBe(`${'谷'.repeat(19)}…`);
  });

  test('leaves alone whoever has no credit or no WeChat, and says so', async () => {
    const bare = await town.bound(0);
    await push();
    expect(town.rungOn(bare)).toBe(0);
    expect(await doorbells()).toMatchObject({ noCredit: 1, unbound: 3, sent: 0 });
    expect(await reasons()).toEqual({ '没有可用的提醒次数，下次打卡时可以再订阅': 1, 还没有绑定微信: 3 });
  });

  test('rings once a Monday, however many credits there are', async () => {
    const reader = await town.bound(3);
    await push();
    await town.run(at('09:00:00'));
    expect([town.rungOn(reader), await town.creditsOf(reader)]).toEqual([1, 2]);
  });

  test('two members on one phone are rung one after the other', async () => {
    const first = await town.bound();
    const second = await town.bound(1, first.openid);
    await push();
    expect([town.rungOn(first), await town.creditsOf(first), await town.creditsOf(second)]).toEqual([2, 0, 0]);
    expect(await doorbells()).toMatchObject({ sent: 2, waiting: 0 });
  });
});

test('A doorbell fills the fields of the template that the host chose', async () => {
  const fields = { WECHAT_THEME_TEMPLATE_FIELDS: 'thing3=school,date2=date,thing1=title' };
  const elsewhere = await PushedTown.start({ env: fields });
  const reader = await elsewhere.bound();
  await elsewhere.planning.scheduled({ title: '把饭碗端在自己手上' });
  await elsewhere.run(at('08:00:00'));
  const [message] = elsewhere.server.sandbox.listMessages(reader.openid).items;
  expect(message?.fields.map(({ value }) => value)).toEqual(['把饭碗端在自己手上', '2026年11月30日 08:00', '青禾微党校']);
  await elsewhere.server.close();
});

describe('Hours', () => {
  test.each(['21:00:00', '23:30:00'])('a push at %s is in the inbox at once and rings the next morning', async (time) => {
    const reader = await town.bound();
    await push(at(time));
    expect([(await town.deliveriesOf(reader)).length, town.rungOn(reader)]).toEqual([1, 0]);
    await town.run(at('06:59:59', '2026-12-01'));
    expect(town.rungOn(reader)).toBe(0);
    await town.run(at('07:00:00', '2026-12-01'));
    expect(town.rungOn(reader)).toBe(1);
  });

  test('20:59 still rings', async () => {
    const reader = await town.bound();
    await push(at('20:59:59'));
    expect(town.rungOn(reader)).toBe(1);
  });

  test('nothing rings for a week that is over, and the credits come back', async () => {
    const reader = await town.bound();
    await deliver(at('22:00:00', '2026-12-06'));
    await town.run(at('07:00:00', '2026-12-07'));
    expect([town.rungOn(reader), await town.creditsOf(reader)]).toEqual([0, 1]);
    expect(await reasons()).toMatchObject({ '这一周已经过去，不再提醒': 4 });
    expect((await town.funnel()).state).toBe('done');
  });
});

describe('A refusal', () => {
  test('for want of consent (43101) ends it and empties the ledger', async () => {
    const reader = await town.bound(3);
    town.server.sandbox.changeUser(reader.openid, { refusesMessages: true });
    await push();
    await town.run(at('12:00:00'));
    expect(town.server.sandbox.calls()[sendPath]).toBe(1);
    expect(await doorbells()).toMatchObject({ refused: 1, waiting: 0 });
    expect(await reasons()).toMatchObject({ '本人没有订阅，或在微信里关掉了提醒': 1 });
    expect(await town.creditsOf(reader)).toBe(0);
  });

  test.each([40003, 40037, 43107, 45168, 47003])('for good (%i) is never tried again and costs no credit', async (errcode) => {
    const reader = await town.bound();
    town.server.sandbox.setFault({ path: sendPath, errcode });
    await push();
    town.server.sandbox.clearFaults();
    await town.run(at('12:00:00'));
    expect(town.server.sandbox.calls()[sendPath]).toBe(1);
    expect(await doorbells()).toMatchObject({ refused: 1, sent: 0, waiting: 0 });
    expect(await town.creditsOf(reader)).toBe(1);
  });

  test.each([-1, 45009, 43108])('for now (%i) is tried again later, with the same credit', async (errcode) => {
    const reader = await town.bound();
    town.server.sandbox.setFault({ path: sendPath, errcode, times: 1 });
    await push();
    expect([await doorbells(), (await town.funnel()).state]).toMatchObject([{ waiting: 1, sent: 0 }, 'sending']);
    expect(await town.creditsOf(reader)).toBe(0);
    await town.run(at('08:00:31'));
    expect([town.rungOn(reader), await town.creditsOf(reader)]).toEqual([1, 0]);
    expect((await town.funnel()).state).toBe('done');
  });

  test('because that WeChat is gone costs no credit, holds nobody else up, and says what helps', async () => {
    const gone = await town.bound(0, 'oNobody_here_any_more_0000001');
    await gone.api.call('addSubscriptionAnswer', { body: { clientId: randomUUID(), answers: { [sandboxTemplate]: 'accept' } } });
    const reader = await town.bound();
    await push();
    await town.run(at('12:00:00'));
    expect([town.rungOn(reader), await town.creditsOf(gone), await doorbells()]).toMatchObject([1, 1, { sent: 1, refused: 1 }]);
    expect(await reasons()).toMatchObject({ '绑定的微信已失效，请本人重新登录一次': 1 });
    expect(town.server.sandbox.calls()[sendPath]).toBe(2);
  });

  test('of a token that is revoked in the middle of a push is answered with one new token, and every phone rings once', async () => {
    const readers: Bound[] = [];
    for (let made = 0; made < 60; made += 1) readers.push(await town.bound(2));
    await deliver();
    town.server.sandbox.setFault({ path: sendPath, delayMs: 20 });
    const ringing = town.server.runJob('doorbells');
    while (readers.filter((reader) => town.rungOn(reader) > 0).length < 10) await pause(5);
    town.server.sandbox.revokeTokens();
    await ringing;
    expect(readers.map((reader) => town.rungOn(reader))).toEqual(readers.map(() => 1));
    expect(await doorbells()).toMatchObject({ sent: 60, waiting: 0 });
    expect(town.server.sandbox.calls()['/cgi-bin/stable_token']).toBe(2);
  });

  test('of the token is answered with a new one, and the phone rings', async () => {
    const reader = await town.bound();
    town.server.sandbox.setFault({ path: sendPath, errcode: -1, times: 1 });
    await push();
    town.server.sandbox.revokeTokens();
    await town.run(at('08:00:31'));
    expect(town.rungOn(reader)).toBe(1);
    expect(town.server.sandbox.calls()['/cgi-bin/stable_token']).toBe(2);
  });
});

describe('While WeChat is down', () => {
  test('inboxes are served, the doorbell says why, and rings when WeChat is back', async () => {
    const readers = [await town.bound(), await town.bound()];
    town.server.sandbox.setFault({ path: '*', down: true });
    await push();
    expect(await town.funnel()).toMatchObject({ state: 'sending', inbox: 5, doorbell: { waiting: 2, unbound: 3 } });
    expect(await reasons()).toMatchObject({ '微信连不上，稍后再试': 2 });
    town.server.sandbox.clearFaults();
    await town.run(at('08:01:00'));
    expect(readers.map((reader) => town.rungOn(reader))).toEqual([1, 1]);
  });

  test('it is not asked for everybody in turn', async () => {
    for (let count = 0; count < 40; count += 1) await town.bound();
    town.server.sandbox.setFault({ path: sendPath, down: true });
    await push();
    expect(town.server.sandbox.calls()[sendPath]).toBeLessThan(40);
    expect(await reasons()).toMatchObject({ '微信连不上，稍后再试': 40 });
    town.server.sandbox.clearFaults();
    await town.run(at('08:01:30'));
    expect(await doorbells()).toMatchObject({ sent: 40, waiting: 0 });
  });

  test('until the evening, it is given up for the day, and the credit comes back', async () => {
    const reader = await town.bound();
    town.server.sandbox.setFault({ path: '*', down: true });
    await push();
    for (const time of ['08:10:00', '14:00:00', '20:50:00']) await town.run(at(time));
    await town.run(at('21:00:00'));
    expect(await doorbells()).toMatchObject({ failed: 1, waiting: 0 });
    expect(await reasons()).toMatchObject({ 微信连不上: 1 });
    town.server.sandbox.clearFaults();
    await town.run(at('07:00:00', '2026-12-01'));
    expect([town.rungOn(reader), await town.creditsOf(reader)]).toEqual([0, 1]);
  });

  test('a slow WeChat keeps nobody’s inbox waiting', async () => {
    const reader = await town.bound();
    town.server.sandbox.setFault({ path: '*', delayMs: 30_000 });
    await deliver();
    expect((await town.deliveriesOf(reader)).length).toBe(1);
  });
});

test('Where WeChat is off, inboxes are served and the doorbells say that it is off', async () => {
  const off = await PushedTown.start({ wechat: false });
  await off.planning.scheduled();
  await off.run(at('08:00:00'));
  expect(await off.funnel()).toMatchObject({ state: 'done', inbox: 3, doorbell: { failed: 3 }, reasons: [{ reason: '这台服务器没有接通微信，只送到收件箱', count: 3 }] });
  await off.server.close();
});
