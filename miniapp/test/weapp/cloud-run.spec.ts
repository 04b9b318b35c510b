import { cloudRunBuild } from './cloud-run-build';
import { Demo, type SandboxUser } from '../support/demo';
import type { MiniProgram } from './mini-program';
import { choose, logIn, mondayAgo, onPhoneOf } from './weapp';

/** The AppID of the demo's mini-program. */
const appId = 'wx0000000000000000';
let demo: Demo;
let user: SandboxUser;
let app: MiniProgram;
/** Mondays for which nobody of the sample town has handed in anything. */
let [first, second] = ['', ''];
beforeAll(async () => {
  demo = await Demo.start({ CLOUDRUN: 'on' });
  [first, second] = await Promise.all([20, 21].map((weeks) => mondayAgo(demo, weeks))) as [string, string];
  user = await demo.unboundUser();
  app = phone();
}, 300_000);
afterAll(() => demo?.server.stop());

/** Codes of this WeChat lead nowhere: only the gateway can say who it is. */
const phone = (settings: Parameters<typeof onPhoneOf>[2] = {}): MiniProgram => onPhoneOf(demo, user, { loginCode: () => Promise.resolve('leads-nowhere'), cloudRun: { ...cloudRunBuild, appId, openid: user.openid }, ...settings });

async function recorded(monday: string): Promise<{ text: string; kind: string; voice: object | null }[]> {
  const { token } = await demo.call<{ token: string }>('POST', '/api/logins', { body: { code: await demo.loginCode(user) } });
  return (await demo.call<{ items: { text: string; kind: string; voice: object | null }[] }>('GET', `/api/my/check-ins?monday=${monday}`, { token })).items;
}
async function exchanges(): Promise<number> {
  return (await demo.call<Record<string, number>>('GET', '/wechat/sandbox/calls'))['/sns/jscode2session'] ?? 0;
}

test('a guest reads this week', async () => {
  await app.open('pages/week/index?town=longfeng');
  await choose(app, '标准');
  const { theme } = await demo.call<{ theme: { title: string } }>('GET', '/api/weeks/current?town=longfeng');
  await app.open('pages/week/index?town=longfeng');
  await app.sees(theme.title);
});

test('whom the gateway names is logged in and bound, and WeChat is asked for no code', async () => {
  await logIn(app, demo, user);
  await app.open('pages/me/index');
  await app.sees(user.nickname);
  expect(await exchanges()).toBe(0);
});

test('a line that is handed in without a network goes up by itself, once, though its answer gets lost', async () => {
  await app.open(`packages/read/check-in/index?monday=${first}`);
  await app.sees('完成打卡');
  app.phone.setOnline(false);
  await app.type('山上没有信号');
  await app.tap('完成打卡');
  await app.sees('已存在本机');
  app.phone.network.breakAfter('POST /api/check-ins');
  app.phone.setOnline(true);
  await app.settled(() => !app.phone.network.online);
  app.phone.setOnline(true);
  await app.sees('晚了，交给组长看');
  expect(await recorded(first)).toMatchObject([{ text: '山上没有信号' }]);
  expect(app.phone.network.reached.filter((request) => request === 'POST /api/check-ins')).toHaveLength(2);
});

test('the server’s refusals are told in its own words', async () => {
  await app.open('packages/read/lesson/index?id=00000000-0000-4000-8000-000000000000');
  await app.sees('没有找到');
});

test('a voice goes to the public address, the line that it belongs to through WeChat’s network', async () => {
  await app.open(`packages/read/check-in/index?monday=${second}&voice=1`);
  await app.tapNamed('开始说');
  await app.sees('正在录，说完点一下');
  await app.tapNamed('说完了，停');
  await app.sees('重新说');
  await app.tap('完成打卡');
  await app.sees('晚了，交给组长看');
  expect(await recorded(second)).toMatchObject([{ kind: 'voice', voice: {} }]);
});

test('nothing but files went to the address itself, and nothing was reported on the console', () => {
  expect([...app.phone.network.ways].sort()).toEqual(['cloud.callContainer', 'uploadFile']);
  expect(app.faults).toEqual([]);
});
