import { addDays } from '@weidangxiao/shared/rules/week.ts';
import { sandboxTemplate } from '../../test/test-sandbox.ts';
import { popupEvent, pushToken, signedQuery } from '../../test/wechat-push.ts';
import { at, type Bound, monday, PushedTown } from '../theme-pushes/pushes-for-tests.ts';

const sendPath = '/cgi-bin/message/subscribe/send';
let town: PushedTown;
let readers: Bound[];

beforeEach(async () => {
  town = await PushedTown.start();
  readers = [];
});
afterEach(() => town.server.close());

/** Delivered; their doorbells wait. */
async function delivered(people: number, credits = 1): Promise<void> {
  for (let made = 0; made < people; made += 1) readers.push(await town.bound(credits));
  await town.planning.scheduled();
  town.server.at(at('08:00:00'));
  await town.server.runJob('theme-push');
}
const admin = () => town.server.make.login(town.planning.admin.member);
const order = async (order: 'pause' | 'resume' | 'cancel' | 'resend') => (await admin()).call('orderDoorbells', { params: { monday }, body: { order } });
const codeOf = async (wanted: 'pause' | 'resume' | 'cancel' | 'resend') => (await admin()).codeOf('orderDoorbells', { params: { monday }, body: { order: wanted } });
const rung = (): number => readers.reduce((sum, reader) => sum + town.rungOn(reader), 0);
const credits = async (): Promise<number[]> => Promise.all(readers.map((reader) => town.creditsOf(reader)));

describe('A push that is paused', () => {
  test('rings nobody until it goes on, and then everybody once', async () => {
    await delivered(3);
    expect(await order('pause')).toMatchObject({ state: 'sending', ringing: { state: 'paused', orders: ['resume', 'cancel'] } });
    await town.run(at('08:05:00'));
    expect([rung(), (await town.funnel()).inbox]).toEqual([0, 6]);
    expect(await order('resume')).toMatchObject({ ringing: { state: 'ringing' } });
    await town.run(at('08:06:00'));
    expect([rung(), await credits()]).toEqual([3, [0, 0, 0]]);
  });

  test('still ends with its week: the credits come back', async () => {
    await delivered(2);
    await order('pause');
    await town.run(at('07:00:00', addDays(monday, 7)));
    expect([rung(), await credits(), (await town.funnel()).state]).toEqual([0, [1, 1], 'done']);
  });
});

describe('A push that is stopped half way', () => {
  test('rings nobody any more, keeps every inbox, gives the credits back, and says so', async () => {
    await delivered(40);
    town.server.sandbox.setFault({ path: sendPath, delayMs: 50 });
    const ringing = town.server.runJob('doorbells');
    while (rung() === 0) await new Promise((resume) => setTimeout(resume, 5));
    expect(await order('cancel')).toMatchObject({ ringing: { state: 'cancelled' } });
    await ringing;
    await town.run(at('08:00:05'));
    const { inbox, doorbell, reasons, state } = await town.funnel();
    expect([inbox, state, doorbell.sent, doorbell.waiting]).toEqual([43, 'done', rung(), 0]);
    expect(doorbell.sent + doorbell.failed).toBe(40);
    expect((await credits()).reduce((sum, one) => sum + one, 0)).toBe(doorbell.failed);
    if (doorbell.failed > 0) expect(reasons).toContainEqual({ reason: '提醒已叫停', count: doorbell.failed });
  });

  test('claims nobody any more, however many wait', async () => {
    // Ten a second are claimed twenty at a time, the next ones when the last are nearly through: that is two seconds away.
    const slow = await PushedTown.start({ env: { DOORBELL_RATE: '10', DOORBELL_LANES: '2' } });
    const many: Bound[] = [];
    for (let made = 0; made < 60; made += 1) many.push(await slow.bound());
    await slow.planning.scheduled();
    slow.server.at(at('08:00:00'));
    await slow.server.runJob('theme-push');
    const api = await slow.server.make.login(slow.planning.admin.member);
    const ringing = slow.server.runJob('doorbells');
    while (many.every((reader) => slow.rungOn(reader) === 0)) await new Promise((resume) => setTimeout(resume, 5));
    await api.call('orderDoorbells', { params: { monday }, body: { order: 'cancel' } });
    await ringing;
    await slow.run(at('08:00:30'));
    const { doorbell } = await slow.funnel();
    expect([doorbell.sent <= 40, doorbell.sent + doorbell.failed, doorbell.waiting]).toEqual([true, 63 - doorbell.unbound, 0]);
    await slow.server.close();
  });

  test('before anything rang can be rung after all', async () => {
    await delivered(2);
    await order('cancel');
    await town.run(at('08:01:00'));
    expect(await town.funnel()).toMatchObject({ state: 'done', doorbell: { failed: 5 }, ringing: { state: 'cancelled', orders: ['resend'] } });
    expect(await order('resend')).toMatchObject({ state: 'sending', doorbell: { waiting: 5, failed: 0 } });
    await town.run(at('08:02:00'));
    expect([rung(), (await town.funnel()).doorbell]).toMatchObject([2, { sent: 2, unbound: 3, failed: 0 }]);
  });
});

describe('Those who failed', () => {
  test('are rung again when an admin says so; those who were reached or refused are not', async () => {
    await delivered(3);
    town.server.sandbox.setFault({ path: '*', down: true });
    await town.run(at('20:50:00'));
    await town.run(at('21:00:00'));
    expect((await town.funnel()).doorbell).toMatchObject({ failed: 3, waiting: 0 });
    town.server.sandbox.clearFaults();
    const [refusing] = readers;
    if (refusing) town.server.sandbox.changeUser(refusing.openid, { refusesMessages: true });
    await town.run(at('09:00:00', addDays(monday, 1)));
    await order('resend');
    await town.run(at('09:00:30', addDays(monday, 1)));
    expect((await town.funnel()).doorbell).toMatchObject({ sent: 2, refused: 1, failed: 0 });
    await order('resend');
    await town.run(at('09:01:00', addDays(monday, 1)));
    expect([rung(), (await town.funnel()).doorbell]).toMatchObject([2, { sent: 2, refused: 1, waiting: 0 }]);
  });
});

describe('An order', () => {
  test('that makes no sense now is refused', async () => {
    expect(await codeOf('pause')).toBe('NOT_FOUND');
    await delivered(1);
    expect(await codeOf('resume')).toBe('DOORBELLS_NOT_IN_STATE');
    await town.run(at('08:01:00'));
    expect(await codeOf('pause')).toBe('DOORBELLS_NOT_IN_STATE');
    town.server.at(at('07:00:00', addDays(monday, 7)));
    expect(await codeOf('resend')).toBe('DOORBELLS_OVER');
  });

  test('that two give at the same moment is one', async () => {
    await delivered(1);
    const api = await admin();
    const pausing = { params: { monday }, body: { order: 'pause' as const } };
    const codes = await Promise.all([api.codeOf('orderDoorbells', pausing), api.codeOf('orderDoorbells', pausing)]);
    expect(codes.sort()).toEqual(['DOORBELLS_NOT_IN_STATE', 'ok']);
  });

  test('is in the audit under its own name', async () => {
    await delivered(1);
    await order('pause');
    const { items } = await (await admin()).call('listAuditRows', { query: { pageSize: 20 } });
    expect(items.map(({ act }) => act)).toContain('doorbells.paused');
  });
});

describe('Whom nothing reached', () => {
  test('is named with what stands in the way', async () => {
    const bare = await town.bound(0);
    await delivered(1);
    await town.run(at('08:00:05'));
    const { items, total } = await (await admin()).call('listUnrung', { params: { monday } });
    expect(total).toBe(4);
    expect(items.find(({ member }) => member.memberId === bare.member.id)).toMatchObject({ why: 'no_credit', reason: '没有可用的提醒次数，下次打卡时可以再订阅' });
    expect(items.filter(({ why }) => why === 'unbound')).toHaveLength(3);
    expect(items.map(({ member }) => member.memberId)).not.toContain(readers[0]?.member.id);
  });
});

describe('What everybody would hear', () => {
  test.each([45009, 40164])('(%i) stops the run before all have asked, and is tried again', async (errcode) => {
    await delivered(60);
    town.server.sandbox.setFault({ path: sendPath, errcode });
    await town.run(at('08:00:05'));
    expect(town.server.sandbox.calls()[sendPath]).toBeLessThan(60);
    expect((await town.funnel()).doorbell).toMatchObject({ waiting: 60, sent: 0 });
    town.server.sandbox.clearFaults();
    await town.run(at('08:02:00'));
    expect([rung(), (await town.funnel()).doorbell.sent]).toEqual([60, 60]);
  });
});

test('A template whose field takes no such value is told before a credit is taken, and WeChat is not asked', async () => {
  const wrong = await PushedTown.start({ env: { WECHAT_THEME_TEMPLATE_FIELDS: 'thing1=title,number2=date,thing3=hint' } });
  const reader = await wrong.bound();
  await wrong.planning.scheduled();
  await wrong.run(at('08:00:00'));
  expect([wrong.server.sandbox.calls()[sendPath] ?? 0, await wrong.creditsOf(reader), (await wrong.funnel()).doorbell.failed]).toEqual([0, 1, 4]);
  expect((await wrong.funnel()).reasons.map(({ reason }) => reason)).toEqual(['消息模板有一栏装不下要说的话，请联系运维改模板的设置']);
  await wrong.server.close();
});

test('A message that WeChat took and could not deliver after all is told as not delivered, and can be sent again', async () => {
  const told = await PushedTown.start({ env: { WECHAT_PUSH_TOKEN: pushToken } });
  const reader = await told.bound(2);
  await told.planning.scheduled();
  await told.run(at('08:00:00'));
  const [message] = told.server.sandbox.listMessages(reader.openid).items;
  const list = [{ TemplateId: sandboxTemplate, MsgID: message?.msgid, ErrorCode: '60001', ErrorStatus: 'system error' }];
  const event = { ...popupEvent(told.server.now(), reader.openid), Event: 'subscribe_msg_sent_event', List: list };
  const query = new URLSearchParams({ ...signedQuery(told.server.now()) });
  const answer = await fetch(`${told.server.url}/api/wechat/events?${query}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(event) });
  expect([answer.status, await answer.text()]).toEqual([200, 'success']);
  await told.server.runJob('wechat-events');
  expect((await told.funnel()).doorbell).toMatchObject({ sent: 0, failed: 1 });
  expect((await told.funnel()).reasons).toContainEqual({ reason: '微信收下了，但没有送到手机上', count: 1 });
  const api = await told.server.make.login(told.planning.admin.member);
  await api.call('orderDoorbells', { params: { monday }, body: { order: 'resend' } });
  await told.run(at('08:10:00'));
  expect([told.rungOn(reader), (await told.funnel()).doorbell.sent]).toEqual([2, 1]);
  await told.server.close();
});
