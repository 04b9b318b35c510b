import { Demo, type SandboxUser, type Townsman } from '../support/demo';
import { Chromium, type Look, picture, seen, type Viewer } from './browser';
import { scrolled, scrolledDown, scrolledToTheEnd } from './lesson-scrolling';
import { checkInsOf, Phone } from './phone';
import { type Receipt, receiptOf, selfStudyOf } from './receipt';

// One Monday of the sample town, as its people live it. The tests stand in the order of the day.
interface Week {
  readonly monday: string;
  readonly weekLabel: string;
  readonly theme: { readonly monday: string; readonly title: string; readonly lessons: { readonly id: string; readonly title: string }[] };
}
interface Reflection {
  readonly id: string;
  readonly state: string;
  readonly title: string;
  readonly paragraphs: string[];
  readonly machineCheck: string | null;
  readonly returnedReason: string | null;
}

let demo: Demo;
let chromium: Chromium;
let admin: Viewer;
let member: Townsman;
let user: SandboxUser;
let phone: Phone;
let leader: Townsman;
let leaderPhone: Phone;
let leaderToken: string;
let week: Week;
let creditsBefore: number;
const faults: (() => string[])[] = [];

beforeAll(async () => {
  demo = await Demo.start();
  chromium = await Chromium.start();
  member = await whoHasYetToWrite();
  user = await demo.userNamed(member.name);
  // In the largest letters, a lesson of the sample is longer than a screen.
  phone = await onPhone(user, { reading: 1.39 });
}, 300_000);
afterAll(async () => {
  await chromium.stop();
  await demo.server.stop();
});

/** A plain member without a line for the week that is open now. */
async function whoHasYetToWrite(): Promise<Townsman> {
  const { theme } = await current();
  for (const one of await demo.readers()) {
    const token = await demo.tokenOf(await demo.userNamed(one.name));
    if ((await checkInsOf(demo, token, theme.monday)).length === 0) return one;
  }
  throw new Error('everybody has checked in');
}

async function onPhone(who: SandboxUser, options: Look = {}): Promise<Phone> {
  const one = await Phone.of(chromium, demo, who, options);
  faults.push(() => one.faults);
  return one;
}

async function onDesk(button: string): Promise<Viewer> {
  const viewer = await chromium.desk(demo.url);
  faults.push(() => viewer.faults);
  await viewer.page.goto('/desk/');
  await viewer.page.getByRole('button', { name: button }).click();
  await seen(viewer.page.getByRole('link', { name: '每周主题' })).toBeVisible();
  return viewer;
}

const current = (): Promise<Week> => demo.call<Week>('GET', '/api/weeks/current?town=longfeng');
const plain = (title: string): string => title.replace('\n', '');
const credits = async (): Promise<number> => (await demo.call<{ credits: number }>('GET', '/api/my/subscription', { token: await demo.tokenOf(user) })).credits;

test('in the week before, a member hands in a line; the reminder is asked for in that very tap', async () => {
  const before = await credits();
  creditsBefore = before + 1;
  const { theme } = await current();
  await phone.openKnowingItsReminders(`/packages/read/check-in/index?monday=${theme.monday}`);
  await phone.type('写一句收获', '先把自家门前扫干净');
  await phone.tap('完成打卡');
  await phone.sees('这一周，打过卡了');
  await seen.poll(credits).toBe(creditsBefore);
  expect(await checkInsOf(demo, await demo.tokenOf(user), theme.monday)).toMatchObject([{ text: '先把自家门前扫干净', state: 'counts' }]);
});

test('the admin’s console jumps to Monday 08:00, and the theme is in every inbox once', async () => {
  const planned = await current();
  admin = await onDesk('以镇管理员进入');
  await admin.page.getByRole('button', { name: '跳到下周一08:00' }).click();
  await seen(admin.page.getByText('到周一早上8:00了')).toBeVisible();
  await seen.poll(async () => (await current()).theme.monday, { timeout: 40_000 }).not.toBe(planned.theme.monday);
  week = await current();
  expect(week.theme.monday).toBe(week.monday);
  const token = await demo.token('admin');
  const push = await demo.call<{ members: number; inbox: number; paper: { total: number } }>('GET', `/api/theme-pushes/${week.monday}`, { token });
  expect([push.members, push.inbox + push.paper.total]).toEqual(Array(2).fill((await demo.members()).length));
  const inbox = await demo.call<{ items: { monday: string; title: string }[] }>('GET', '/api/my/deliveries', { token: await demo.tokenOf(user) });
  expect(inbox.items.filter(({ monday }) => monday === week.monday)).toMatchObject([{ title: week.theme.title }]);
});

test('the doorbell rings on the member’s WeChat, and its card leads to this week', async () => {
  const [wechat] = await Promise.all([admin.context.waitForEvent('page'), admin.page.getByRole('link', { name: '看手机收到的消息' }).click()]);
  await wechat.getByLabel('找人').fill(member.name);
  const chat = wechat.getByRole('region', { name: `${member.name}的服务通知` });
  await seen(chat.getByText('刚到')).toBeVisible({ timeout: 40_000 });
  await seen(chat.getByText(plain(week.theme.title).slice(0, 8)).first()).toBeVisible();
  await picture(wechat, 'wechat-doorbell');
  await phone.open((await chat.getByRole('link', { name: '进入小程序' }).first().getAttribute('href')) ?? '');
  await phone.sees(week.weekLabel, ...week.theme.lessons.map(({ title }) => title.split('，')[0] ?? title));
  expect(await credits()).toBe(creditsBefore - 1);
  await wechat.close();
});

test('a lesson that was left half read goes on where it was left, and is done at its end', async () => {
  await phone.tap('去学第1课');
  await phone.sees('字号');
  const left = await scrolledDown(phone.page, 180);
  await phone.back();
  await phone.tap('去学第1课');
  await phone.tap('接着上次读');
  await seen.poll(async () => Math.abs((await scrolled(phone.page)) - left)).toBeLessThan(8);
  await scrolledToTheEnd(phone.page);
  await phone.tap('标准');
  await phone.back();
  await phone.sees('已学', '去学第2课');
});

test('the member checks in with a line of their own, whether or not every lesson was read', async () => {
  const before = await receiptOf(demo, user, week.monday);
  await phone.tap('去学第2课');
  await phone.tap('写一句收获，打卡');
  await phone.type('写一句收获', '沟清了，水才走得动');
  await picture(phone.page, 'check-in');
  await phone.tap('完成打卡');
  await phone.sees('这一周，打过卡了', '沟清了，水才走得动', /第[23]课什么时候看都行/);
  await picture(phone.page, 'check-in-done');
  const token = await demo.tokenOf(user);
  expect(await checkInsOf(demo, token, week.monday)).toMatchObject([{ state: 'counts', kind: 'text', text: '沟清了，水才走得动', enteredBy: null }]);
  await seen.poll(credits).toBe(creditsBefore);
  const after = await receiptOf(demo, user, week.monday);
  expect(Number(after.sumEarned)).toBeGreaterThan(Number(before.sumEarned));
  await phone.tap('好');
  await phone.back();
  await phone.sees('这一周，打过卡了');
});

test('the receipt shows the new line with its reason, and its lines add up', async () => {
  const receipt = await receiptOf(demo, user, week.monday);
  await phone.open('/packages/record/receipt/index');
  await phone.sees(String(Number(receipt.sumEarned)));
  await phone.page.getByLabel(/^个人自学.*看依据$/).locator('visible=true').click();
  const event = thisMonday(receipt);
  await phone.sees(event.title, event.evidence, event.effect, selfStudyOf(receipt).formula ?? '');
  expect(event).toMatchObject({ effect: '记1次' });
  expect(shown(await phone.page.getByLabel(/(看依据|收起)$/).allInnerTexts())).toBe(Math.round(Number(receipt.sumEarned) * 100));
  expect(sum(receipt)).toBe(Math.round(Number(receipt.sumEarned) * 100));
  await picture(phone.page, 'receipt');
});

const thisMonday = (receipt: Receipt) => {
  const event = selfStudyOf(receipt).events.find(({ date }) => date === week.monday);
  if (!event) throw new Error('the receipt has no line for this Monday');
  return event;
};
const sum = ({ lines }: Receipt): number => lines.reduce((all, { earned }) => all + Math.round(Number(earned) * 100), 0);
/** Of lines like "个人自学 9.6 / 20": what their points make together, in hundredths. */
const shown = (lines: readonly string[]): number => lines.reduce((all, line) => all + Math.round(Number(/([\d.]+)\s*\/\s*[\d.]+/.exec(line)?.[1] ?? 0) * 100), 0);

test('the leader notes a paper slip, and it is worth the same', async () => {
  leader = await leaderOf(member.groupId);
  const leaderUser = await demo.userNamed(leader.name);
  leaderPhone = await onPhone(leaderUser);
  leaderToken = await demo.tokenOf(leaderUser);
  const onPaper = (await demo.members()).find(({ groupId, paper }) => paper && groupId === member.groupId);
  if (!onPaper) throw new Error('nobody of the group reads on paper');
  await leaderPhone.open('/packages/leader/home/index');
  await leaderPhone.sees('可以帮一把', week.weekLabel);
  await picture(leaderPhone.page, 'leader-week');
  await leaderPhone.page.getByLabel(`${onPaper.name}，还没打卡，可以记纸上的`).click();
  await leaderPhone.type('写的那一句', '开会少念材料，多说自己的事');
  await picture(leaderPhone.page, 'leader-paper-note');
  await leaderPhone.tap('记下');
  await leaderPhone.sees(`${onPaper.name}的记下了`, '开会少念材料，多说自己的事');
  const { people } = await demo.call<{ people: { member: { name: string }; checkIn: { kind: string; state: string; text: string; enteredBy: { name: string } } | null }[] }>('GET', `/api/group-check-ins?groupId=${member.groupId}&monday=${week.monday}`, { token: leaderToken });
  expect(people.find((one) => one.member.name === onPaper.name)?.checkIn).toMatchObject({ kind: 'paper', state: 'counts', text: '开会少念材料，多说自己的事', enteredBy: { name: leader.name } });
  const committee = await demo.token('committee');
  const theirs = await demo.call<Receipt>('GET', `/api/members/${onPaper.id}/receipts/${week.monday.slice(0, 7)}`, { token: committee });
  const mine = await receiptOf(demo, user, week.monday);
  expect(thisMonday(theirs).effect).toBe(thisMonday(mine).effect);
  expect(worthOfOne(theirs)).toBe(worthOfOne(mine));
});

/** Points for each check-in that counts. */
const worthOfOne = (receipt: Receipt): string => {
  const { earned, events } = selfStudyOf(receipt);
  return (Number(earned) / events.filter(({ effect }) => effect === '记1次').length).toFixed(3);
};

async function leaderOf(groupId: string): Promise<Townsman> {
  const found = (await demo.members()).find((one) => one.groupId === groupId && one.roles.some(({ role }) => role === 'leader'));
  if (!found) throw new Error('the group has no leader');
  return found;
}

const title = '打包那天的一件事';
const written = async (): Promise<Reflection[]> => (await demo.call<{ items: Reflection[] }>('GET', '/api/reflections?mine=true', { token: leaderToken })).items.filter((one) => one.title === title);

test('a reflection with a word that WeChat’s check refuses is told so to whoever reviews, who gives it back', async () => {
  await leaderPhone.open('/packages/leader/compose/index');
  await leaderPhone.type('题目', title);
  await leaderPhone.type('心得', '有人劝我们搞刷单返利。\n我们没有听，一箱一箱地卖。');
  await leaderPhone.sees('草稿已存');
  await picture(leaderPhone.page, 'leader-compose');
  await leaderPhone.tap('交审');
  await seen.poll(written).toMatchObject([{ title, state: 'in_review', machineCheck: 'risky' }]);
  const reviewer = await chromium.phone(demo.url);
  const onTheirPhone = reviewer.page;
  await onTheirPhone.goto('/packages/account/login/index');
  await onTheirPhone.getByText('审心得').first().click();
  await onTheirPhone.waitForURL(({ pathname }) => !pathname.includes('login'));
  await onTheirPhone.goto('/packages/leader/approvals/index');
  await onTheirPhone.getByText(title).first().click();
  await seen(onTheirPhone.getByText('微信核对提醒可能有不合适的内容，请逐句看')).toBeVisible();
  await picture(onTheirPhone, 'admin-review');
  await onTheirPhone.getByText('退回', { exact: true }).locator('visible=true').click();
  await onTheirPhone.getByRole('dialog').locator('textarea').fill('头一句换个说法，免得误会');
  await onTheirPhone.getByRole('dialog').getByText('退回', { exact: true }).click();
  await seen.poll(written).toMatchObject([{ state: 'returned', returnedReason: '头一句换个说法，免得误会' }]);
  await reviewer.context.close();
});

test('the leader reads why, rewrites it, and the check has nothing against it', async () => {
  const [{ id } = { id: '' }] = await written();
  await leaderPhone.open(`/packages/leader/reflection/index?id=${id}`);
  await leaderPhone.sees('请再改改：头一句换个说法，免得误会');
  await leaderPhone.tap('改一改再交');
  await leaderPhone.type('心得', '有人劝我们走捷径。\n我们没有听，一箱一箱地卖。');
  await leaderPhone.tap('交审');
  await seen.poll(written).toMatchObject([{ id, state: 'in_review', machineCheck: 'pass' }]);
});

test('an admin publishes it at the desk, and a member of another group reads it', async () => {
  const { page } = admin;
  await page.getByRole('link', { name: /^心得/ }).click();
  await page.getByRole('link', { name: title }).click();
  await seen(page.getByText('机器查过，没问题')).toBeVisible();
  await page.getByRole('button', { name: '发布' }).click();
  await seen(page.getByText('发布了，全镇都能读到')).toBeVisible();
  expect(await written()).toMatchObject([{ state: 'published', paragraphs: ['有人劝我们走捷径。', '我们没有听，一箱一箱地卖。'] }]);
  const elsewhere = (await demo.readers()).find(({ groupId }) => groupId !== member.groupId);
  const reader = await onPhone(await demo.userNamed(elsewhere?.name ?? ''));
  await reader.open('/pages/group/index');
  await reader.seesNot(title);
  await reader.tap('心得');
  await reader.tap('全镇');
  await reader.sees(title);
  await reader.page.getByText(title).locator('visible=true').click();
  await reader.sees('有人劝我们走捷径。', '我们没有听，一箱一箱地卖。', `${leader.name}写`);
  await picture(reader.page, 'reflection');
});

test('nothing was reported on the consoles meanwhile', () => {
  expect(faults.flatMap((of) => of())).toEqual([]);
});
