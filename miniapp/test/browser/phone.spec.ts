import { expect as seen } from '@playwright/test';
import { Demo } from '../support/demo';
import { Chromium, type Viewer } from './browser';

let demo: Demo;
let chromium: Chromium;
beforeAll(async () => {
  demo = await Demo.start();
  chromium = await Chromium.start();
}, 120_000);
afterAll(async () => {
  await chromium.stop();
  await demo.server.stop();
});

/** On a phone of their own, logged in by what the role has to do. */
async function loggedIn(tasks: string, options: { dark?: boolean; elder?: boolean } = {}): Promise<Viewer> {
  const viewer = await chromium.phone(demo.url, options);
  await viewer.page.goto('/packages/account/login/index');
  await viewer.page.getByText(tasks).first().click();
  await viewer.page.waitForURL((url) => !url.pathname.includes('login'));
  return viewer;
}

const member = '看本周主题，写一句收获';
const leader = '看本组谁打了卡';

test.each([
  ['/pages/week/index', '本周'],
  ['/pages/study/index', '学习'],
  ['/pages/group/index', '小组'],
  ['/pages/me/index', '得分明细'],
  ['/packages/record/receipt/index', '个人自学'],
  ['/packages/record/check-ins/index', '我的打卡'],
  ['/packages/record/inbox/index', '消息'],
  ['/packages/account/desktop-login/index', '输入电脑上的8位数字'],
])('a member opens %s', async (path, words) => {
  const { page, faults, context } = await loggedIn(member);
  await page.goto(path);
  await seen(page.getByText(words).locator('visible=true').first()).toBeVisible();
  expect(faults).toEqual([]);
  await context.close();
});

test('a leader sees the group’s week, in the dark', async () => {
  const { page, faults, context } = await loggedIn(leader, { dark: true });
  await page.goto('/packages/leader/home/index');
  await seen(page.getByText('打').locator('visible=true').first()).toBeVisible();
  expect(faults).toEqual([]);
  await context.close();
});

test('the code on a desktop is confirmed from the phone', async () => {
  const asked = await demo.call<{ id: string; code: string; secret: string }>('POST', '/api/desktop-logins');
  const { page, context } = await loggedIn(member);
  await page.goto('/packages/account/desktop-login/index');
  await page.locator('input').first().fill(asked.code);
  await page.getByText('确认登录').click();
  await seen.poll(async () => (await demo.call<{ state: string }>('POST', `/api/desktop-logins/${asked.id}/token`, { body: { secret: asked.secret } })).state).toBe('logged_in');
  await context.close();
});
