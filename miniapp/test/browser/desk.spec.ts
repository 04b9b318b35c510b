import type { Page } from '@playwright/test';
import { businessDate, startOf } from '@weidangxiao/shared/rules/week.ts';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Demo } from '../support/demo';
import { Chromium, picture, seen, type Viewer } from './browser';

const fixtures = path.resolve(__dirname, '..', '..', '..', 'server', 'test', 'fixtures');
const sample = JSON.parse(readFileSync(path.join(fixtures, 'roster-sample.faults.json'), 'utf8')) as { rows: number; faults: unknown[] };

let demo: Demo;
let chromium: Chromium;
let admin: Viewer;
beforeAll(async () => {
  demo = await Demo.start();
  chromium = await Chromium.start();
  admin = await loggedIn('以镇管理员进入');
}, 300_000);
afterAll(async () => {
  await chromium.stop();
  await demo.server.stop();
});

async function loggedIn(button: string, options: { dark?: boolean } = {}): Promise<Viewer> {
  const viewer = await chromium.desk(demo.url, options);
  await viewer.page.goto('/desk/');
  await viewer.page.getByRole('button', { name: button }).click();
  await seen(viewer.page.getByRole('link', { name: '每周主题' }).or(viewer.page.getByRole('link', { name: '各镇' })).first()).toBeVisible();
  return viewer;
}

const press = (page: Page, name: string | RegExp): Promise<void> => page.getByRole('button', { name }).first().click();

/** One of the ways that a faulty row offers. */
async function mend(page: Page, row: number, way: string): Promise<void> {
  // The table is drawn anew when the mending before has been answered; a menu that was open then is gone.
  await seen(async () => {
    await page.getByRole('button', { name: new RegExp(`第${row}行怎么改`) }).click({ timeout: 5_000 });
    await page.getByRole('menuitem', { name: way }).click({ timeout: 2_000 });
  }).toPass({ timeout: 30_000 });
}

test('the overview shows the week and what waits', async () => {
  await seen(admin.page.getByText('这周一送到了哪里')).toBeVisible();
  await picture(admin.page, 'desk-overview');
});

test('a messy roster is read, its faulty rows are mended in place, and the rest is written on one tap', async () => {
  const { page } = admin;
  await page.getByRole('link', { name: '花名册' }).click();
  await page.getByRole('tab', { name: '从Excel导入' }).click();
  await page.locator('input[type=file]').setInputFiles(path.join(fixtures, 'roster-sample.xlsx'));
  await seen(page.getByRole('tab', { name: '要改' })).toContainText(String(sample.faults.length));
  await picture(page, 'desk-import');
  await mend(page, 9, '改成“没有手机”');
  await mend(page, 17, '跳过这一行');
  await mend(page, 25, '两人共用一部手机');
  await mend(page, 33, '新建');
  await seen(page.getByRole('tab', { name: '要改' })).not.toContainText(String(sample.faults.length));
  await press(page, /导入\d+行$/);
  await page.getByRole('dialog').getByRole('button', { name: /^导入\d+行$/ }).click();
  await seen(page.getByRole('button', { name: '撤回整批' })).toBeVisible();
  const token = await demo.token('admin');
  const { total } = await demo.call<{ total: number }>('GET', '/api/members', { token });
  expect(total).toBeGreaterThanOrEqual(136 + sample.rows - 4);
});

test('a Word file becomes a lesson', async () => {
  const { page } = admin;
  await page.getByRole('link', { name: '教材课程' }).click();
  await press(page, '从Word导入');
  await page.locator('input[type=file]').setInputFiles(path.join(fixtures, 'theme-2026-W48.docx'));
  await seen(page.getByLabel('课名')).not.toHaveValue('');
  await page.getByLabel('课名').fill('从Word来的一课');
  await picture(page, 'desk-lesson');
  await press(page, '保存');
  await seen.poll(() => page.url()).toMatch(/lessons\/[0-9a-f-]{36}$/);
});

test('a theme is written for a free Monday, with that lesson in it, and submitted', async () => {
  const { page } = admin;
  await page.getByRole('link', { name: '每周主题' }).click();
  await picture(page, 'desk-planner');
  const grid = page.getByRole('region', { name: /^\d{4}年的周一$/ });
  await seen(grid).toBeVisible();
  const year = await yearOfTheFree();
  if ((await grid.getAttribute('aria-label')) !== `${year}年的周一`) await press(page, `看${year}年`);
  await press(page, /还没写/);
  await press(page, '写这个周一');
  await page.getByLabel('主题', { exact: true }).fill('围炉学新，开春好干');
  await press(page, '从教材里加');
  await page.getByRole('dialog').getByLabel('找课名').fill('从Word');
  await page.getByRole('dialog').getByRole('button', { name: '加上从Word来的一课' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '好了' }).click();
  await press(page, '保存');
  await press(page, '送审');
  await seen(page.getByText('待审').first()).toBeVisible();
});

/** In December all that is left of the year may be planned: then the first free Monday is one of the next. */
async function yearOfTheFree(): Promise<string> {
  const now = await businessNow();
  const free = (await mondays()).find(({ monday, theme, holiday }) => theme === null && holiday === null && startOf(monday) > now);
  return free?.monday.slice(0, 4) ?? 'no year';
}

test('its author cannot approve it; somebody else reads it as the phone shows it, and approves', async () => {
  await seen(admin.page.getByRole('button', { name: /通过，排到/ })).toHaveCount(0);
  const approver = await loggedIn('以审核人进入');
  const { page } = approver;
  await page.goto(admin.page.url());
  await page.reload();
  await seen(page.getByText('围炉学新').first()).toBeVisible();
  await press(page, /通过，排到/);
  await seen(page.getByText('已排期').first()).toBeVisible();
  expect(approver.faults).toEqual([]);
  await approver.context.close();
});

test('a reflection that waits is read and published', async () => {
  const { page } = admin;
  await page.getByRole('link', { name: /^心得/ }).click();
  await page.getByRole('link', { name: '防骗五句，背熟了' }).click();
  await seen(page.getByText('机器查过，没问题')).toBeVisible();
  await press(page, '发布');
  await seen(page.getByText('发布了，全镇都能读到')).toBeVisible();
  const { items } = await demo.call<{ items: { title: string; state: string }[] }>('GET', '/api/reflections?state=published&pageSize=50', { token: await demo.token('member') });
  expect(items.map(({ title }) => title)).toContain('防骗五句，背熟了');
});

test('the clock jumps to Monday 08:00 and the theme is in every inbox', async () => {
  const { page } = admin;
  const [next] = await planned('scheduled');
  if (!next) throw new Error('no theme is scheduled');
  await page.getByRole('link', { name: '概览' }).click();
  await press(page, /跳到下周一/);
  await seen.poll(async () => (await planned('sent')).map(({ id }) => id)).toContain(next.id);
  const token = await demo.token('admin');
  const push = await demo.call<{ members: number; inbox: number; paper: { total: number } }>('GET', `/api/theme-pushes/${next.monday}`, { token });
  const { total } = await demo.call<{ total: number }>('GET', '/api/members?state=active', { token });
  expect([push.members, push.inbox + push.paper.total]).toEqual([total, total]);
  await seen(page.getByText(next.title.replace('\n', '')).first()).toBeVisible();
});

interface PlannedMonday {
  readonly monday: string;
  readonly holiday: string | null;
  readonly theme: { readonly id: string; readonly monday: string; readonly title: string; readonly state: string } | null;
}

const businessNow = async (): Promise<number> => (await demo.call<{ now: number }>('GET', '/api/demo')).now;

/** Those of this year and the next. */
async function mondays(): Promise<PlannedMonday[]> {
  const token = await demo.token('admin');
  const year = Number(businessDate(await businessNow()).slice(0, 4));
  const years = await Promise.all([year, year + 1].map((one) => demo.call<{ mondays: PlannedMonday[] }>('GET', `/api/themes?year=${one}`, { token })));
  return years.flatMap((of) => of.mondays);
}

/** The themes that stand at a state, the nearest Monday first. */
async function planned(state: string): Promise<NonNullable<PlannedMonday['theme']>[]> {
  return (await mondays()).flatMap(({ theme }) => (theme?.state === state ? [theme] : []));
}

test('in the dark, the planner is readable', async () => {
  const dark = await loggedIn('以镇管理员进入', { dark: true });
  await dark.page.getByRole('link', { name: '每周主题' }).click();
  await seen(dark.page.getByText(/^五十[二三]个周一$/).first()).toBeVisible();
  await picture(dark.page, 'desk-planner-dark');
  expect(dark.faults).toEqual([]);
  await dark.context.close();
});

test('an operator opens a town', async () => {
  const operator = await loggedIn('以运维进入');
  await seen(operator.page.getByText('龙凤镇').first()).toBeVisible();
  expect(operator.faults).toEqual([]);
});

test('nothing was reported on the console meanwhile', () => {
  expect(admin.faults).toEqual([]);
});
