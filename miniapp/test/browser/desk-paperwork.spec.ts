import type { Download } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { picture, seen, type Viewer } from './browser';
import { at, button, Consoles } from './console';

// Paper at the desk: one sheet chosen, looked at, taken away; a month in one file; the town's own columns.
let consoles: Consoles;
let admin: Viewer;
let token: string;
beforeAll(async () => {
  consoles = await Consoles.start();
  token = await consoles.demo.token('admin');
  admin = await consoles.as('以镇管理员进入');
}, 300_000);
afterAll(() => consoles.stop());
afterEach(() => expect(admin.faults).toEqual([]));

const get = <T>(path: string): Promise<T> => consoles.demo.call<T>('GET', path, { token });
const sheet = (name: string) => admin.page.getByRole('article', { name });

async function taken(press: () => Promise<void>): Promise<{ name: string; bytes: Buffer }> {
  const [download] = (await Promise.all([admin.page.waitForEvent('download'), press()])) as [Download, void];
  return { name: download.suggestedFilename(), bytes: readFileSync((await download.path()) ?? '') };
}
const isZip = (bytes: Buffer): boolean => bytes.subarray(0, 2).toString() === 'PK';

test('a sign-in sheet is chosen by its session, shown as it is printed, and taken away', async () => {
  const { items } = await get<{ items: { id: string; title: string; state: string }[] }>('/api/study-sessions?order=desc&state=closed&pageSize=1');
  const [session] = items;
  await at(admin, `/paperwork?form=sign-in&session=${session?.id ?? ''}`);
  await seen(sheet('学习活动出勤表')).toContainText(session?.title ?? '');
  await picture(admin.page, 'desk-paperwork');
  for (const [label, ending] of [['Word', 'docx'], ['Excel', 'xlsx']] as const) {
    const { name, bytes } = await taken(() => button(admin.page, label).click());
    expect([name.endsWith(`学习活动出勤表.${ending}`), isZip(bytes)]).toEqual([true, true]);
  }
});

test('the ledger of a year is printed on wide paper with its pages counted', async () => {
  await at(admin, '/paperwork?form=push-ledger');
  await admin.page.getByLabel('哪张表').selectOption('push-ledger');
  await admin.page.getByLabel('整年').check();
  await seen(sheet(`${(await consoles.day(0)).slice(0, 4)}年每周主题推送台账`)).toBeVisible();
  const rules = await admin.page.locator('style').allTextContents();
  expect(rules.join()).toMatch(/size: A4 landscape.*counter\(page\).*counter\(pages\)/);
});

test('a month is asked for, made while one waits, and comes as one file', async () => {
  await at(admin, '/paper-bundles');
  await button(admin.page, '打包').click();
  const row = admin.page.getByRole('row').filter({ hasText: '可以下载' }).first();
  await seen(row).toBeVisible();
  const { name, bytes } = await taken(() => row.getByRole('button', { name: '下载' }).click());
  expect([name.endsWith('月全镇表格.zip'), isZip(bytes)]).toEqual([true, true]);
  await picture(admin.page, 'desk-paper-bundles');
});

test('the town’s own names and order are on the sheet from then on', async () => {
  await at(admin, '/paper-columns');
  await admin.page.getByLabel('哪张表').selectOption('teacher-register');
  await admin.page.getByLabel('姓名的列名').fill('老师');
  await button(admin.page, '老师往前').click();
  await button(admin.page, '保存').click();
  await seen(admin.page.getByText('存好了，以后的表都这样')).toBeVisible();
  await picture(admin.page, 'desk-paper-columns');
  await at(admin, '/paperwork');
  await admin.page.getByLabel('哪张表').selectOption('teacher-register');
  await seen(sheet('师资登记表').getByRole('columnheader').first()).toHaveText('老师');
});

test('a leader has the sheets of their own sessions and group, and none of the town’s', async () => {
  const leader = await consoles.as('以组长进入');
  await at(leader, '/paperwork');
  await seen(leader.page.getByLabel('哪张表').locator('option')).toHaveText(['学习活动签到表', '学习活动出勤表', '学习活动记录表', '请假补学登记表', '学时登记表', '异议登记表']);
  await leader.context.close();
});
