import type { Locator } from '@playwright/test';
import { picture, seen, type Viewer } from './browser';
import { at, button, Consoles } from './console';

// A Monday on which WeChat does not answer at first, as the admin sees it at the desk.
interface Push {
  readonly state: string;
  readonly inbox: number;
  readonly doorbell: { readonly waiting: number; readonly sent: number; readonly failed: number; readonly noCredit: number; readonly unbound: number };
  readonly ringing: { readonly state: string } | null;
}

const faults = '/wechat/sandbox/faults';
let consoles: Consoles;
let admin: Viewer;
let token: string;
let monday: string;

beforeAll(async () => {
  consoles = await Consoles.start();
  await consoles.demo.call('PUT', faults, { body: { path: '/cgi-bin/message/subscribe/send', errcode: 45009 } });
  monday = await consoles.comingMonday();
  await consoles.demo.moveClock(`${monday}T08:00:00+08:00`);
  token = await consoles.demo.token('admin');
  await seen.poll(async () => (await push()).inbox, { timeout: 60_000 }).toBeGreaterThan(50);
  admin = await consoles.as('以镇管理员进入');
  await at(admin, `/themes/${monday}`);
}, 300_000);
afterAll(() => consoles.stop());

const push = (): Promise<Push> => consoles.demo.call<Push>('GET', `/api/theme-pushes/${monday}`, { token });
const funnel = (): Locator => admin.page.getByRole('region', { name: '送到了哪里' });
const says = (words: string | RegExp): Promise<void> => seen(funnel().getByText(words).first()).toBeVisible();

test('while doorbells are on their way, the planner says how far they have got', async () => {
  await says('正在提醒');
  await seen(funnel().getByRole('progressbar')).toBeVisible();
  await picture(admin.page, 'desk-push');
});

test('an admin pauses them, and lets them go on', async () => {
  await button(funnel(), '暂停提醒').click();
  await says('提醒暂停了');
  expect((await push()).ringing).toMatchObject({ state: 'paused' });
  await button(funnel(), '继续').click();
  await says('正在提醒');
  expect((await push()).ringing).toMatchObject({ state: 'ringing' });
});

test('stops them after a question; the page finds out by itself whom they did not reach', async () => {
  await button(funnel(), '叫停').click();
  const question = admin.page.getByRole('dialog');
  await seen(question.getByText('不再提醒')).toBeVisible();
  await button(question, '先不').click();
  expect((await push()).ringing).toMatchObject({ state: 'ringing' });
  await button(funnel(), '叫停').click();
  await button(admin.page.getByRole('dialog'), '叫停').click();
  await says('提醒已叫停');
  await seen.poll(async () => (await push()).doorbell.failed, { timeout: 60_000 }).toBeGreaterThan(0);
  await seen(button(funnel(), '给没送成的再提醒一次')).toBeVisible();
});

test('rings again for those, and the figures follow without a reload', async () => {
  const { failed } = (await push()).doorbell;
  await consoles.demo.call('DELETE', faults);
  await button(funnel(), '给没送成的再提醒一次').click();
  await seen.poll(async () => (await push()).doorbell.sent, { timeout: 60_000 }).toBe(failed);
  await says(`送到${failed}`);
  await seen(button(funnel(), '给没送成的再提醒一次')).toHaveCount(0);
});

test('those without a message stand group by group, each with what can be done', async () => {
  const { page } = admin;
  const { noCredit, unbound } = (await push()).doorbell;
  await button(funnel(), '为什么有人没收到提醒').click();
  await says('请组长把这一周发到群里');
  await button(funnel(), '看没收到的人').click();
  await seen(page.getByText(`共${noCredit + unbound}人`)).toBeVisible();
  await picture(page, 'desk-unrung');
  await page.getByLabel('为什么').selectOption({ label: '没绑微信' });
  await seen(page.getByText(`共${unbound}人`)).toBeVisible();
  const group = await page.getByRole('cell').first().innerText();
  await page.getByLabel('小组').selectOption({ index: 1 });
  await seen(page.getByRole('row').nth(1)).toContainText(group);
});

test('the Monday pack is one sheet with the theme, its lessons and a code; for a group it bears the name', async () => {
  const { page } = admin;
  await button(page, '周一包').click();
  const { theme } = await consoles.demo.call<{ theme: { title: string; lessons: { title: string }[] } }>('GET', '/api/weeks/current?town=longfeng');
  for (const { title } of theme.lessons) await seen(page.getByRole('heading', { name: title })).toBeVisible();
  await seen(page.getByRole('img', { name: '打开这一周的二维码' })).toBeVisible();
  await seen(page.getByText(/还没有录音|下载/).first()).toBeVisible();
  await page.getByLabel('小组').selectOption({ label: '第三学习小组' });
  await seen(page.getByText(/，第三学习小组，第\d+周/)).toBeVisible();
  await picture(page, 'desk-monday-pack');
  expect(pagesOf(await page.pdf({ preferCSSPageSize: true }))).toBe(1);
  await button(page, '带全文').click();
  await seen.poll(async () => pagesOf(await page.pdf({ preferCSSPageSize: true }))).toBeGreaterThan(1);
});

const pagesOf = (pdf: Buffer): number => pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;

test('nothing was reported on the console meanwhile', () => {
  expect(admin.faults).toEqual([]);
});
