import { Demo } from '../support/demo';
import type { MiniProgram } from './mini-program';
import { choose, onPhoneOf } from './weapp';

const url = 'https://mp.weixin.qq.com/s/sample-of-the-week';
let demo: Demo;
let app: MiniProgram;
beforeAll(async () => {
  demo = await Demo.start();
  const { theme } = await demo.call<{ theme: { id: string } }>('GET', '/api/weeks/current?town=longfeng');
  await demo.call('PUT', `/api/themes/${theme.id}/article/url`, { token: await demo.token('admin'), body: { url } });
  const [user] = (await demo.users()).items;
  if (!user) throw new Error('the demo has no WeChat user');
  app = onPhoneOf(demo, user);
  await choose(app, '标准');
  await app.open('pages/week/index?town=longfeng');
}, 300_000);
afterAll(() => demo.server.stop());

test('a tap opens the theme’s article inside WeChat', async () => {
  await app.sees('公众号文章');
  await app.tap('公众号文章');
  expect(app.phone.articles).toEqual([url]);
});

test('where WeChat is too old for it, the address goes to the clipboard', async () => {
  const wechat = (globalThis as unknown as { wx: Record<string, unknown> }).wx;
  wechat['openOfficialAccountArticle'] = undefined;
  await app.tap('公众号文章');
  await app.settled(() => app.phone.toasts.some((words) => words.startsWith('链接复制好了')));
  expect([app.phone.clipboard, app.phone.articles]).toEqual([[url], [url]]);
});
