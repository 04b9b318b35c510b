import { Demo } from '../support/demo';
import { Chromium, picture, seen } from './browser';
import { Phone } from './phone';

// Every page opened by itself, as a link or a reload opens it: each shows what the server has of the person who holds the phone.
let demo: Demo;
let chromium: Chromium;
let member: Phone;
let token: string;
beforeAll(async () => {
  demo = await Demo.start();
  chromium = await Chromium.start();
  member = await Phone.as(chromium, demo, '看本周主题，写一句收获');
  token = await demo.token('member');
}, 300_000);
afterAll(async () => {
  await chromium.stop();
  await demo.server.stop();
});
afterEach(() => expect(member.faults).toEqual([]));

interface Named {
  readonly name: string;
}
interface GroupWeek {
  readonly people: { readonly member: Named; readonly checkIn: { readonly state: string; readonly text: string | null } | null }[];
}
interface Login {
  readonly token: string;
  readonly caller: { readonly member: Named & { readonly groupName: string }; readonly leads: { readonly id: string; readonly name: string }[] };
}

const get = <T>(path: string): Promise<T> => demo.call<T>('GET', path, { token });
const loggedInAs = (role: string): Promise<Login> => demo.call<Login>('POST', '/api/logins/demo', { body: { role } });
/** As figures are read: without zeros behind the point. */
const short = (figure: string): string => String(Number(figure));
const week = () => get<{ weekLabel: string; theme: { monday: string; title: string; lead: string; lessons: { id: string; title: string }[] } }>('/api/weeks/current');

test('this week: its theme, every lesson, and the points of the month so far', async () => {
  const { weekLabel, theme } = await week();
  const receipt = await get<{ sumEarned: string }>(`/api/my/receipts/${await thisMonth()}`);
  await member.open('/pages/week/index');
  await member.sees(weekLabel, theme.lead);
  for (const { title } of [theme, ...theme.lessons]) await seen.poll(() => wholeText(member)).toContain(title.replace('\n', ''));
  await seen(member.page.getByRole('button', { name: /看明细$/ })).toContainText(short(receipt.sumEarned));
});

test('study: how many lessons there are, and the newest of them', async () => {
  const { total, items } = await get<{ total: number; items: { title: string }[] }>('/api/lessons');
  await member.open('/pages/study/index');
  await member.sees(`课程，共${total}课`);
  await seen.poll(() => wholeText(member)).toContain(items[0]?.title ?? '没有课');
});

test('the group: how many they are, who leads, and everybody’s name', async () => {
  const { group, members } = await get<{ group: Named & { members: number; leaders: Named[] }; members: Named[] }>('/api/my/group');
  await member.open('/pages/group/index');
  await member.sees(group.name, `${group.members}人，组长${group.leaders.map(({ name }) => name).join('、')}`);
  await member.tap('组员');
  for (const { name } of members) await member.sees(name);
});

test('myself: who I am and which group is mine', async () => {
  const { caller } = await loggedInAs('member');
  await member.open('/pages/me/index');
  await member.sees(caller.member.name, caller.member.groupName, '得分明细', '我的打卡', '消息');
});

test('the receipt: the sum, and the formula of self-study with its rule', async () => {
  const { sumEarned, lines } = await get<{ sumEarned: string; lines: { label: string; earned: string; formula: string | null }[] }>(`/api/my/receipts/${await thisMonth()}`);
  const line = lines.find(({ label }) => label === '个人自学');
  await member.open('/packages/record/receipt/index');
  await member.sees(short(sumEarned));
  await member.page.getByRole('button', { name: `个人自学${short(line?.earned ?? '')}分` }).click();
  await member.sees(line?.formula ?? '没有算式');
});

test('own check-ins: every line that was written', async () => {
  const { items } = await get<{ items: { text: string }[] }>('/api/my/check-ins?pageSize=5');
  expect(items.length).toBeGreaterThan(0);
  await member.open('/packages/record/check-ins/index');
  for (const { text } of items) await member.sees(text);
});

test('the inbox: every Monday’s theme that came', async () => {
  const { items } = await get<{ items: { title: string }[] }>('/api/my/deliveries?pageSize=5');
  await member.open('/packages/record/inbox/index?show=weeks');
  for (const { title } of items) await member.sees(title.replace('\n', ''));
});

test('the code on a desktop is confirmed from the phone', async () => {
  const asked = await demo.call<{ id: string; code: string; secret: string }>('POST', '/api/desktop-logins');
  await member.open('/packages/account/desktop-login/index');
  await member.sees('输入电脑上的8位数字');
  await member.page.locator('input').first().fill(asked.code);
  await member.tap('确认登录');
  const collected = () => demo.call<{ state: string; caller?: { member: Named } }>('POST', `/api/desktop-logins/${asked.id}/token`, { body: { secret: asked.secret } });
  await seen.poll(async () => (await collected()).state).toBe('logged_in');
});

test('a leader sees who of the group has written what, and whom to help, in the dark', async () => {
  const { token: theirs, caller } = await loggedInAs('leader');
  const { theme } = await week();
  const { people } = await demo.call<GroupWeek>('GET', `/api/group-check-ins?groupId=${caller.leads[0]?.id}&monday=${theme.monday}`, { token: theirs });
  const [done, missing] = [people.filter(({ checkIn }) => checkIn), people.filter(({ checkIn }) => !checkIn)];
  const phone = await Phone.as(chromium, demo, '看本组谁打了卡', { dark: true });
  await phone.open(`/packages/leader/home/index?monday=${theme.monday}`);
  await phone.sees(caller.leads[0]?.name ?? '没有小组');
  for (const one of done) await seen(phone.page.getByRole('button', { name: `${one.member.name}，打过卡了` })).toContainText(one.checkIn?.text ?? '');
  for (const one of missing) await seen(phone.page.getByRole('button', { name: `${one.member.name}，还没打卡，可以记纸上的` })).toBeVisible();
  await seen(phone.page.getByRole('button', { name: /，(打过卡了|还没打卡，可以记纸上的)$/ })).toHaveCount(people.length);
  await picture(phone.page, 'leader-dark');
  expect(phone.faults).toEqual([]);
  await phone.close();
});

test.each([
  ['elder', { elder: true }],
  ['dark', { dark: true }],
] as const)('the %s look shows the same week, lesson and receipt', async (name, look) => {
  const { theme } = await week();
  const receipt = await get<{ sumEarned: string }>(`/api/my/receipts/${await thisMonth()}`);
  const [lesson] = theme.lessons;
  const phone = await Phone.as(chromium, demo, '看本周主题，写一句收获', look);
  await phone.open('/pages/week/index');
  await seen.poll(() => wholeText(phone)).toContain(theme.title.replace('\n', ''));
  await picture(phone.page, `week-${name}`);
  await phone.open(`/packages/read/lesson/index?id=${lesson?.id}&monday=${theme.monday}`);
  await seen.poll(() => wholeText(phone)).toContain(lesson?.title ?? '没有课');
  await picture(phone.page, `lesson-${name}`);
  await phone.open('/packages/record/receipt/index');
  await phone.sees(short(receipt.sumEarned));
  await picture(phone.page, `receipt-${name}`);
  await phone.open('/pages/group/index');
  await phone.sees(/\d+人，组长/);
  await picture(phone.page, `group-${name}`);
  expect(phone.faults).toEqual([]);
  await phone.close();
});

async function thisMonth(): Promise<string> {
  const { now } = await demo.call<{ now: number }>('GET', '/api/demo');
  return new Date(now + 8 * 3_600_000).toISOString().slice(0, 7);
}

/** Titles are set in phrases that keep together, so that no single element holds one. */
async function wholeText({ page }: Phone): Promise<string> {
  return (await page.locator('[role=main]').locator('visible=true').first().innerText()).replace(/\s/g, '');
}
