import { Demo } from '../support/demo';
import type { MiniProgram } from './mini-program';
import { become, choose, onPhoneOf } from './weapp';

let demo: Demo;
let app: MiniProgram;
beforeAll(async () => {
  demo = await Demo.start();
  app = onPhoneOf(demo, await demo.unboundUser());
  await choose(app, '标准');
  await become(app, demo, 'leader');
}, 300_000);
afterAll(() => demo?.server.stop());

const own = async <T>(path: string): Promise<T> => demo.call<T>('GET', path, { token: await demo.token('leader') });

test('the tap that saves a reminder asks WeChat first, while the gesture still counts', async () => {
  await app.open('packages/account/settings/index');
  await app.sees('打卡提醒');
  await app.tap('打卡提醒');
  await app.tap('周五');
  await app.tap('就这样提醒');
  await app.settledThere(async () => (await own<{ slot: { weekday: number } | null }>('/api/my/check-in-reminder')).slot?.weekday === 5);
  const { kinds } = await own<{ kinds: { kind: string; credits: number }[] }>('/api/my/subscription');
  expect(kinds.find(({ kind }) => kind === 'check_in_reminder')).toMatchObject({ credits: 1 });
});

test('the card that a leader sends from the group’s page has a picture of ours, never the screen with people on it', async () => {
  await app.open('packages/leader/home/index');
  await app.sees('发到群里');
  expect(app.share()).toMatchObject({ path: expect.stringContaining('pages/week/index?town=longfeng'), imageUrl: '/share.jpg' });
});
