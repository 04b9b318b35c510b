import type { Locator, Page, Route } from '@playwright/test';
import { expect as onPage } from '@playwright/test';
import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { Demo } from '../support/demo';
import { Chromium, type Viewer } from './browser';

/** A small machine draws slowly while it builds something else. */
const seen = onPage.configure({ timeout: 20_000 });
const root = path.resolve(__dirname, '..', '..', '..');
const roster = path.join(root, 'server', 'test', 'fixtures', 'roster-sample.xlsx');

interface Theme {
  id: string;
  state: string;
  lead: string;
  revision: number;
  returned: { reason: string } | null;
  corrections: { note: string }[];
}

interface Planned {
  monday: string;
  holiday: string | null;
  theme: { id: string; state: string } | null;
}

interface Member {
  id: string;
  name: string;
  state: string;
  groupName: string;
  duty: string | null;
  roles: { role: string }[];
  memberships: { groupName: string; from: string; to: string | null }[];
}

let demo: Demo;
let chromium: Chromium;
let admin: Viewer;
let token: string;
beforeAll(async () => {
  [demo, chromium] = await Promise.all([Demo.start(), Chromium.start()]);
  token = await demo.token('admin');
  admin = await as('以镇管理员进入');
}, 300_000);
afterAll(async () => {
  await chromium.stop();
  await demo.server.stop();
});

async function as(button: string): Promise<Viewer> {
  const viewer = await chromium.desk(demo.url);
  await viewer.page.goto('/desk/');
  await viewer.page.getByRole('button', { name: button }).click();
  await seen(viewer.page.getByRole('navigation', { name: '主导航' })).toBeVisible();
  return viewer;
}

/** Another address of the console in the same login. */
async function at(page: Page, place: string): Promise<void> {
  await page.evaluate((to) => (window.location.hash = to), place);
}

const button = (page: Page | Locator, name: string | RegExp): Locator => page.getByRole('button', { name, exact: typeof name === 'string' });

/** The Mondays around the demo's present, as the planner has them. */
async function planned(): Promise<Planned[]> {
  const year = Number((await today()).slice(0, 4));
  const years = await Promise.all([year - 1, year, year + 1].map((one) => demo.call<{ mondays: Planned[] }>('GET', `/api/themes?year=${one}`, { token })));
  return years.flatMap(({ mondays }) => mondays);
}

async function theme(monday: string): Promise<Theme> {
  return demo.call('GET', `/api/themes/${(await planned()).find((one) => one.monday === monday)?.theme?.id ?? ''}`, { token });
}

/** The business date of the demo, or one of `days` before it. */
async function today(days = 0): Promise<string> {
  const { now } = await demo.call<{ now: number }>('GET', '/api/demo');
  return new Date(now + (8 - days * 24) * 3_600_000).toISOString().slice(0, 10);
}

/** As the server knows them, by name. */
async function member(name: string): Promise<Member> {
  for (const state of ['active', 'transferred_out']) {
    const { items } = await demo.call<{ items: Member[] }>('GET', `/api/members?q=${encodeURIComponent(name)}&state=${state}`, { token });
    if (items[0]) return demo.call('GET', `/api/members/${items[0].id}`, { token });
  }
  throw new Error(`nobody is called ${name}`);
}

async function heads(): Promise<number> {
  return (await demo.call<{ total: number }>('GET', '/api/members?state=active', { token })).total;
}

async function leaderOf(group: string): Promise<Member> {
  const { items } = await demo.call<{ items: { name: string; leaders: { name: string }[] }[] }>('GET', '/api/groups', { token });
  return member(items.find(({ name }) => name === group)?.leaders[0]?.name ?? '');
}

/** Opens somebody's panel beside the list. */
async function panel({ id, name }: Member): Promise<Locator> {
  await at(admin.page, `/members/${id}`);
  const box = admin.page.getByRole('dialog', { name });
  await seen(button(box, '转组')).toBeVisible();
  return box;
}

describe('a theme that is given back', () => {
  let monday: string;
  let approver: Viewer;
  beforeAll(async () => {
    const now = await today();
    monday = (await planned()).find((one) => one.monday > now && !one.theme && one.holiday === null)?.monday ?? '';
    approver = await as('以审核人进入');
  });
  afterAll(() => approver.context.close());

  test('is returned with a reason that its author reads', async () => {
    const { page } = admin;
    await at(page, `/themes/${monday}`);
    await button(page, '写这个周一').click();
    await page.getByLabel('主题', { exact: true }).fill('扎紧篱笆过冬');
    await page.getByLabel('导语').fill('防火防骗');
    await button(page, '从教材里加').click();
    const picker = page.getByRole('dialog');
    await button(picker, /^加上/).first().click();
    await button(picker, '好了').click();
    await button(page, '送审').click();
    await seen(page.getByText('待审', { exact: true })).toBeVisible();
    await at(approver.page, `/themes/${monday}`);
    await button(approver.page, '退回修改').click();
    const dialog = approver.page.getByRole('dialog');
    await dialog.getByLabel('哪里要改').fill('导语再具体一点');
    await button(dialog, '退回').click();
    await seen(approver.page.getByText('退回了：导语再具体一点')).toBeVisible();
    expect(await theme(monday)).toMatchObject({ state: 'draft', returned: { reason: '导语再具体一点' } });
  });

  test('is mended, submitted again, and approved by somebody else', async () => {
    const { page } = admin;
    await page.reload();
    await seen(page.getByText('退回了：导语再具体一点')).toBeVisible();
    await page.getByLabel('导语').fill('先看电线，再看电话');
    await button(page, '送审').click();
    await seen(page.getByText('待审', { exact: true })).toBeVisible();
    await approver.page.reload();
    await button(approver.page, /通过，排到/).click();
    await seen(approver.page.getByText('已排期', { exact: true })).toBeVisible();
    expect(await theme(monday)).toMatchObject({ state: 'scheduled', lead: '先看电线，再看电话', revision: 2 });
    expect(approver.faults).toEqual([]);
  });
});

test('a theme that was sent is corrected by a revision that says what changed', async () => {
  const { page } = admin;
  const monday = (await planned()).findLast((one) => one.theme?.state === 'sent')?.monday ?? '';
  await at(page, `/themes/${monday}`);
  await button(page, '更正').click();
  await page.getByLabel('导语').fill('从那年开荒说起');
  await button(page, '发布更正').click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('改了什么').fill('导语写错了年份');
  await button(dialog, '发布更正').click();
  await seen(page.getByText('更正：导语写错了年份')).toBeVisible();
  expect(await theme(monday)).toMatchObject({ state: 'sent', lead: '从那年开荒说起', corrections: [{ note: '导语写错了年份' }] });
});

test('somebody is moved to another group from a day on, and the time before stays', async () => {
  const who = await leaderOf('第三学习小组');
  const box = await panel(who);
  await button(box, '转组').click();
  await box.getByLabel('转到').selectOption({ label: '第五学习小组' });
  const [since, dayBefore] = [await today(6), await today(7)];
  await box.getByLabel('从哪天起').fill(since);
  await box.getByLabel('从哪天起').press('Enter');
  await seen(box.getByText(`第五学习小组（${since}起）`)).toBeVisible();
  const [before, now] = (await member(who.name)).memberships;
  expect(before).toMatchObject({ groupName: '第三学习小组', to: dayBefore });
  expect(now).toMatchObject({ groupName: '第五学习小组', from: since, to: null });
  await box.press('Escape');
});

test('somebody is entered as gone, and within ten seconds is back with the role that ended', async () => {
  const who = await leaderOf('第四学习小组');
  const box = await panel(who);
  await button(box, '转出或停用').click();
  await box.getByLabel('说明').fill('随子女到外省');
  await button(box, '登记').click();
  await seen(box.getByText('已转出')).toBeVisible();
  expect(await member(who.name)).toMatchObject({ state: 'transferred_out', roles: [] });
  await button(box, '撤销').click();
  await seen(box.getByText('在册', { exact: true })).toBeVisible();
  await seen(box.getByText('第四学习小组组长')).toBeVisible();
  const back = await member(who.name);
  expect(back).toMatchObject({ state: 'active', groupName: '第四学习小组' });
  expect(back.roles.map(({ role }) => role)).toContain('leader');
  await box.press('Escape');
});

test('an import is found again later and taken back as a whole', async () => {
  const { page } = admin;
  const before = await heads();
  await at(page, '/imports');
  await page.locator('input[type=file]').setInputFiles(roster);
  await button(page, /导入\d+行$/).click();
  await button(page.getByRole('dialog'), /^导入\d+行$/).click();
  await seen(button(page, '撤回整批')).toBeVisible();
  expect(await heads()).toBeGreaterThan(before + 100);
  await at(page, '/imports');
  await page.getByRole('link', { name: '去看看，或撤回' }).first().click();
  await button(page, '撤回整批').click();
  await button(page.getByRole('dialog'), '撤回整批').click();
  await seen(page.getByRole('heading', { name: '这批已经撤回' })).toBeVisible();
  expect(await heads()).toBe(before);
});

test('a login that ends in the middle of writing loses nothing', async () => {
  const writer = await as('以镇管理员进入');
  const { page } = writer;
  await at(page, '/lessons/new');
  await page.getByLabel('课名').fill('红薯窖怎么管');
  const held = await page.evaluate(() => sessionStorage.getItem('desk.token'));
  // The login ends while the save is on its way: had it ended before, another request of the page could have opened the dialog.
  const ending = async (route: Route) => {
    await demo.call('DELETE', '/api/logins/current', { token: held ?? '' });
    await route.continue();
  };
  await page.route('**/api/lessons', ending, { times: 1 });
  await button(page, '保存').click();
  await button(page.getByRole('dialog', { name: '登录已过期' }), '以镇管理员进入').click();
  await seen(page.getByLabel('课名')).toHaveValue('红薯窖怎么管');
  await button(page, '保存').click();
  await seen.poll(() => page.url()).toMatch(/lessons\/[0-9a-f-]{36}$/);
  const { items } = await demo.call<{ items: { title: string }[] }>('GET', `/api/lessons?q=${encodeURIComponent('红薯窖')}`, { token });
  expect(items.map(({ title }) => title)).toEqual(['红薯窖怎么管']);
  await writer.context.close();
});

test('the one-time link of a new town lets its first admin in, once', async () => {
  const operator = await as('以运维进入');
  await openTown(operator.page);
  await seen(operator.page.getByText('operator link --town qingxi')).toBeVisible();
  const link = await loginLink('qingxi');
  const first = await chromium.desk(demo.url);
  await first.page.goto(link);
  await seen(first.page.getByText('清溪镇，镇管理端')).toBeVisible();
  expect(first.page.url()).not.toContain('link=');
  const caller = await demo.call('GET', '/api/logins/current', { token: (await first.page.evaluate(() => sessionStorage.getItem('desk.token'))) ?? '' });
  expect(caller).toMatchObject({ member: { name: '沈知行' }, town: { code: 'qingxi' }, roles: expect.arrayContaining(['admin']) });
  expect(first.faults).toEqual([]);
  const second = await chromium.desk(demo.url);
  await second.page.goto(link);
  await seen(second.page.getByRole('alert')).toBeVisible();
  await seen(second.page.getByRole('heading', { name: '微党校 镇管理端' })).toBeVisible();
});

async function openTown(page: Page): Promise<void> {
  await button(page, '开一个新的镇').click();
  const dialog = page.getByRole('dialog');
  const fields = { 镇名: '清溪镇', 微党校的名称: '清溪微党校', 代号: 'qingxi', 第一位管理员的姓名: '沈知行', 管理员的手机号: '13900007701' };
  for (const [label, value] of Object.entries(fields)) await dialog.getByLabel(label).fill(value);
  await dialog.getByLabel('管理员的手机号').press('Enter');
}

/** What the host's command prints. */
async function loginLink(town: string): Promise<string> {
  const env = { ...process.env, NODE_OPTIONS: '', MODE: 'demo', DATA_DIR: demo.server.dataDir, PORT: new URL(demo.url).port };
  const { stdout } = await promisify(execFile)(process.execPath, [path.join(root, 'server', 'dist', 'src', 'operator.js'), 'link', '--town', town], { env });
  return new URL(stdout.trim().split('\n').at(-1) ?? '').href;
}

test('nothing was reported on the console meanwhile', () => {
  expect(admin.faults).toEqual([]);
});
