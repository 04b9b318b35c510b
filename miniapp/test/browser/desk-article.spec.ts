import { at, button, Consoles } from './console';
import { picture, seen, type Viewer } from './browser';

// A theme's way into the official account, and from there to the phone.
let consoles: Consoles;
let admin: Viewer;
let monday: string;
beforeAll(async () => {
  consoles = await Consoles.start();
  admin = await consoles.as('以镇管理员进入');
  ({ theme: { monday } } = await consoles.demo.call<{ theme: { monday: string } }>('GET', '/api/weeks/current?town=longfeng'));
}, 300_000);
afterAll(() => consoles.stop());
afterEach(() => expect(admin.faults).toEqual([]));

const page = () => admin.page;
const frame = () => page().frameLocator('iframe[title="文章预览"]');

test('the account is tried, and its secret is not shown', async () => {
  await at(admin, '/official-account');
  await seen(page().getByLabel('AppID')).toHaveValue(/^wx/);
  await seen(page().getByLabel('AppSecret')).toHaveValue('');
  await button(page(), '试一试能不能连上').click();
  await seen(page().getByText('连上了，可以做草稿')).toBeVisible();
});

test('a wrong secret is told with what to do, and the right one connects again', async () => {
  const secret = page().getByLabel('AppSecret');
  await secret.fill('f'.repeat(32));
  await button(page(), '保存').click();
  await button(page(), '试一试能不能连上').click();
  await seen(page().getByText('AppSecret不对')).toBeVisible();
  await secret.fill('0'.repeat(32));
  await button(page(), '保存').click();
  await button(page(), '试一试能不能连上').click();
  await seen(page().getByText('连上了，可以做草稿')).toBeVisible();
});

test('the preview shows the theme as WeChat will, in a frame that runs nothing', async () => {
  await at(admin, `/themes/${monday}`);
  await button(page(), '公众号').click();
  await seen(frame().getByRole('heading').first()).toBeVisible();
  expect(await page().locator('iframe').getAttribute('sandbox')).toBe('');
});

test('the draft is made, looked at, published, and followed to where everybody reads it', async () => {
  await button(page(), '做成公众号草稿').click();
  await seen(page().getByText('草稿做好了', { exact: true })).toBeVisible();
  await picture(page(), 'desk-article');
  await button(page(), '发布').click();
  await page().getByRole('dialog').getByRole('button', { name: '发布' }).click();
  await seen(page().getByText('微信发布了')).toBeVisible({ timeout: 60_000 });
  await seen(page().getByRole('link', { name: /^https:\/\/mp\.weixin\.qq\.com\/s\// })).toBeVisible();
});

test('the phone opens the article from its week', async () => {
  const phone = await consoles.guest();
  await phone.open('/pages/week/index?town=longfeng');
  const [article] = await Promise.all([phone.page.context().waitForEvent('page'), phone.page.getByText('公众号文章').click()]);
  await seen(article.getByRole('heading').first()).toBeVisible();
});

test('an address pasted back is checked, then stands on the theme', async () => {
  const field = page().getByLabel('换一个文章链接');
  await field.fill('https://example.com/s/a');
  await button(page(), '贴上').click();
  await seen(page().getByText('这不是公众号文章的链接')).toBeVisible();
  expect(admin.faults.splice(0)).toEqual([expect.stringContaining('422')]);
  await field.fill('https://mp.weixin.qq.com/s/by-hand');
  await button(page(), '贴上').click();
  await seen(page().getByRole('link', { name: 'https://mp.weixin.qq.com/s/by-hand' })).toBeVisible();
});
