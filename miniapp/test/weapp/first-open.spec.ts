import { Demo } from '../support/demo';
import type { MiniProgram } from './mini-program';
import { logIn, onPhoneOf } from './weapp';

let demo: Demo;
let app: MiniProgram;
beforeAll(async () => {
  demo = await Demo.start();
  app = onPhoneOf(demo, await demo.unboundUser(), { fontSizeSetting: 22 });
}, 300_000);
afterAll(() => demo.server.stop());

test('who has set WeChat to large type is offered the large version first', async () => {
  await app.open('pages/week/index?town=longfeng');
  await app.sees('哪一种看着舒服');
  expect(app.text().indexOf('长辈版')).toBeLessThan(app.text().indexOf('标准'));
  await app.tap('标准');
  await app.tap('就用这个');
});

test('a guest with a card reads this week without logging in', async () => {
  await app.open('pages/week/index?town=longfeng');
  const { theme } = await demo.call<{ theme: { title: string; lessons: { title: string }[] } }>('GET', '/api/weeks/current?town=longfeng');
  await app.sees(theme.title);
  for (const { title } of theme.lessons) await app.sees(title);
});

test('the card that is shared to a group leads to the same week of the same town', async () => {
  expect(app.share()).toMatchObject({ path: expect.stringMatching(/pages\/week\/index\?.*town=longfeng/) });
});

test('a member logs in with WeChat, agrees, and is bound by the phone of the roster', async () => {
  const user = await demo.unboundUser();
  await logIn(app, demo, user);
  await app.open('pages/me/index');
  await app.sees(user.nickname);
  expect((await demo.unboundUser()).openid).not.toBe(user.openid);
});

test('nothing was reported on the console meanwhile', () => {
  expect(app.faults).toEqual([]);
});
