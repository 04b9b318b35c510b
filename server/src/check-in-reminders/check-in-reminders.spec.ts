import { randomUUID } from 'node:crypto';
import { at, type Bound, monday, PushedTown } from '../theme-pushes/pushes-for-tests.ts';
import { reminderTemplate } from '../../test/test-sandbox.ts';

const env = { WECHAT_REMINDER_TEMPLATE_ID: reminderTemplate, WECHAT_REMINDER_TEMPLATE_FIELDS: 'thing1=title,time2=date,thing3=hint' };
const thursday = '2026-12-03';
let town: PushedTown;
let reader: Bound;

beforeEach(async () => {
  town = await PushedTown.start({ env });
  reader = await town.bound(0);
});
afterEach(() => town.server.close());

const api = async () => town.server.make.login(reader.member);
const wanted = async (slot: { weekday: number; hour: number } | null) => (await api()).call('setMyCheckInReminder', { body: { slot } });
/** One tap on the phone: WeChat and the ledger count one each. */
async function allowed(): Promise<void> {
  town.server.sandbox.answerSubscriptions(reader.openid, { answers: { [reminderTemplate]: 'accept' } });
  await (await api()).call('addSubscriptionAnswer', { body: { clientId: randomUUID(), answers: { [reminderTemplate]: 'accept' } } });
}
async function sent(): Promise<void> {
  await town.planning.scheduled({ title: '把饭碗端在自己手上' });
  await town.run(at('08:00:00'));
}
async function remind(when: string): Promise<void> {
  town.server.at(when);
  await town.server.runJob('check-in-reminders');
  await town.server.runJob('doorbells');
}
const messages = () => town.server.sandbox.listMessages(reader.openid).items.filter(({ templateId }) => templateId === reminderTemplate);

describe('A member who asked for it', () => {
  test('is reminded at the day and hour of their choice, once a week, by the template of reminders', async () => {
    await wanted({ weekday: 4, hour: 19 });
    await allowed();
    await sent();
    await remind(at('18:59:59', thursday));
    expect(messages()).toEqual([]);
    await remind(at('19:00:00', thursday));
    await remind(at('19:01:00', thursday));
    expect(messages()).toMatchObject([{ page: `pages/week/index?monday=${monday}` }]);
    expect(messages()[0]?.fields.map(({ value }) => value)).toEqual(['把饭碗端在自己手上', '2026年12月3日 19:00', '这一周还没打卡，读完点一下']);
  });

  test('and has checked in already is left in peace', async () => {
    await wanted({ weekday: 4, hour: 19 });
    await allowed();
    await sent();
    town.server.at(at('12:00:00', thursday));
    const takeaway = { kind: 'text' as const, text: '把饭碗端在自己手上，先把地种好。' };
    await (await api()).call('createCheckIn', { body: { clientId: randomUUID(), monday, capturedAt: town.server.now(), takeaway } });
    await remind(at('19:00:00', thursday));
    expect(messages()).toEqual([]);
  });

  test('is reminded later the same day where nobody was there at the hour, and not the day after', async () => {
    await wanted({ weekday: 4, hour: 9 });
    await allowed();
    await sent();
    await remind(at('20:30:00', thursday));
    expect(messages()).toHaveLength(1);
    await remind(at('09:00:00', '2026-12-04'));
    expect(messages()).toHaveLength(1);
  });

  test('takes it back with one tap', async () => {
    expect(await wanted({ weekday: 4, hour: 19 })).toEqual({ offered: true, slot: { weekday: 4, hour: 19 } });
    await allowed();
    expect(await wanted(null)).toEqual({ offered: true, slot: null });
    await sent();
    await remind(at('19:00:00', thursday));
    expect(messages()).toEqual([]);
  });

  test('hears nothing in a week without a theme', async () => {
    await wanted({ weekday: 4, hour: 19 });
    await allowed();
    await remind(at('19:00:00', thursday));
    expect(messages()).toEqual([]);
  });
});

test('Hours at which no phone may ring cannot be chosen', async () => {
  for (const hour of [6, 21]) expect(await (await api()).codeOf('setMyCheckInReminder', { body: { slot: { weekday: 1, hour } } })).toBe('INPUT_INVALID');
});

test('Where the host has no template for it, it is not offered', async () => {
  const bare = await PushedTown.start();
  const { api } = await bare.bound(0);
  expect(await api.call('getMyCheckInReminder')).toEqual({ offered: false, slot: null });
  expect(await api.codeOf('setMyCheckInReminder', { body: { slot: { weekday: 4, hour: 19 } } })).toBe('REMINDERS_OFF');
  await bare.server.close();
});
