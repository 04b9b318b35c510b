import type { SandboxUser } from '../support/demo';
import { picture, seen } from './browser';
import { Consoles } from './console';
import type { Phone } from './phone';

// Reminders that members ask for on their own phones, and the card that a leader sends to the group.
let consoles: Consoles;
let user: SandboxUser;
let phone: Phone;
let monday: string;
let groupId: string;

beforeAll(async () => {
  consoles = await Consoles.start();
  monday = await consoles.comingMonday();
  await consoles.demo.moveClock(`${monday}T08:00:00+08:00`);
  await seen.poll(async () => (await consoles.demo.call<{ theme: { monday: string } | null }>('GET', '/api/weeks/current?town=longfeng')).theme?.monday, { timeout: 60_000 }).toBe(monday);
  const [reader] = await consoles.demo.readers();
  groupId = reader?.groupId ?? '';
  user = await consoles.demo.userNamed(reader?.name ?? '');
  phone = await consoles.phoneOf(user.nickname);
}, 300_000);
afterAll(() => consoles.stop());

const own = async <T>(path: string): Promise<T> => consoles.demo.call<T>('GET', path, { token: await consoles.demo.tokenOf(user) });
const slot = async () => (await own<{ slot: unknown }>('/api/my/check-in-reminder')).slot;
const credits = async (kind: string): Promise<number> => (await own<{ kinds: { kind: string; credits: number }[] }>('/api/my/subscription')).kinds.find((one) => one.kind === kind)?.credits ?? -1;
const messages = async (template: string) => (await consoles.demo.messages(user)).items.filter(({ templateId }) => templateId === template);

test('a member chooses day and hour; WeChat is asked in the tap that saves', async () => {
  await phone.openKnowingItsReminders('/packages/account/settings/index');
  await phone.tap('打卡提醒');
  await phone.tap('周三');
  await phone.tap('晚上6点');
  await phone.tap('早一个钟头');
  await phone.sees('下午5点');
  await phone.tap('晚一个钟头');
  await picture(phone.page, 'check-in-reminder');
  await phone.tap('就这样提醒');
  await phone.sees('周三晚上6点');
  expect([await slot(), await credits('check_in_reminder')]).toEqual([{ weekday: 3, hour: 18 }, 1]);
});

test('without a network nothing is lost: the choice stays on the screen, and the next tap saves it', async () => {
  await phone.tap('打卡提醒');
  await phone.tap('周四');
  await phone.withoutNetwork(async () => {
    await phone.tap('就这样提醒');
    await phone.sees(/网/);
    expect(await slot()).toEqual({ weekday: 3, hour: 18 });
  });
  await phone.tap('就这样提醒');
  await phone.sees('周四晚上6点');
  expect(await slot()).toEqual({ weekday: 4, hour: 18 });
});

test('at that hour it rings once, for the check-in is still missing', async () => {
  const thursday = new Date(Date.parse(`${monday}T00:00:00Z`) + 3 * 86_400_000).toISOString().slice(0, 10);
  await consoles.demo.moveClock(`${thursday}T18:00:30+08:00`);
  await seen.poll(async () => (await messages('check-in-reminder')).length, { timeout: 60_000 }).toBe(1);
});

test('who wants none takes it back', async () => {
  await phone.openKnowingItsReminders('/packages/account/settings/index');
  await phone.tap('打卡提醒');
  await phone.tap('不用提醒了');
  await phone.sees('没有定');
  expect(await slot()).toBeNull();
});

test('a coming session, and a result, are asked for where they are read of', async () => {
  const coming = await planned();
  await phone.openKnowingItsReminders(`/packages/sessions/session/index?id=${coming.id}`);
  await phone.tap('提醒我');
  await phone.sees('前一天晚上6点，微信里提醒你。');
  expect(await credits('session_reminder')).toBe(1);
  await phone.openKnowingItsReminders('/packages/record/receipt/index');
  await phone.tap('出公示、有答复时提醒我');
  await phone.sees('公示出来、异议有了答复，微信里提醒你。');
  expect([await credits('month_published'), await credits('objection_answered')]).toEqual([1, 1]);
});

/** At noon nobody of the sample town meets. */
async function planned(): Promise<{ id: string }> {
  const startsAt = Date.parse(`${await consoles.day(5)}T12:00:00+08:00`);
  const body = { clientId: crypto.randomUUID(), kind: 'night', format: 'lecture', title: '夜校：灯下看账本', placeText: '村活动室', startsAt, endsAt: startsAt + 3_600_000, expects: { kind: 'groups', groupIds: [groupId] }, despiteOverlap: true };
  return consoles.demo.call<{ id: string }>('POST', '/api/study-sessions', { token: await consoles.demo.token('admin'), body });
}

test('a leader sends the week to the group: whoever opens it reads it without a login', async () => {
  const leader = await consoles.phone('leader');
  await leader.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await leader.open('/packages/leader/home/index');
  await leader.tap('复制链接，发到群里');
  await leader.sees('复制好了，到微信群里粘贴');
  const link = /https?:\S+/.exec(await leader.page.evaluate(() => navigator.clipboard.readText()))?.[0] ?? '';
  expect(link).toContain(`town=longfeng&monday=${monday}`);
  const guest = await consoles.guest();
  await guest.page.goto(link);
  const { theme } = await consoles.demo.call<{ theme: { title: string; lessons: { title: string }[] } }>('GET', '/api/weeks/current?town=longfeng');
  await guest.sees(theme.lessons[0]?.title.split('，')[0] ?? '', '不登录也能看');
  expect([...leader.faults, ...guest.faults, ...phone.faults]).toEqual([]);
});
