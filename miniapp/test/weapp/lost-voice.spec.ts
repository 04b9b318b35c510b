import { Demo } from '../support/demo';
import type { MiniProgram } from './mini-program';
import { become, choose, mondayAgo, onPhoneOf } from './weapp';

let demo: Demo;
let app: MiniProgram;
let spokenFor: string;
let writtenFor: string;
beforeAll(async () => {
  demo = await Demo.start();
  spokenFor = await mondayAgo(demo, 14);
  writtenFor = await mondayAgo(demo, 15);
  app = onPhoneOf(demo, await demo.unboundUser());
  await choose(app, '标准');
  await become(app, demo, 'approver');
}, 300_000);
afterAll(() => demo?.server.stop());

test('a voice that the phone has cleared away holds up nothing behind it, and its person is told', async () => {
  await app.open(`packages/read/check-in/index?monday=${writtenFor}`);
  await app.sees('完成打卡');
  await app.open(`packages/read/check-in/index?monday=${spokenFor}&voice=1`);
  await app.tapNamed('开始说');
  await app.tapNamed('说完了，停');
  await app.sees('重新说');
  app.phone.setOnline(false);
  await app.tap('完成打卡');
  await app.sees('已存在本机');
  await app.open(`packages/read/check-in/index?monday=${writtenFor}`);
  await app.type('纸船也能过河');
  await app.tap('完成打卡');
  await app.sees('已存在本机');
  app.phone.memory.files.clear();
  app.phone.setOnline(true);
  await app.sees('晚了，交给组长看');
  await app.open('pages/week/index');
  await app.sees('没有收下');
  await app.sees('录音');
  await app.tap('知道了');
  await app.doesNotSee('没有收下');
  expect(app.faults).toEqual([]);
});

test('and the phone does not knock on the server again and again', async () => {
  const before = app.phone.network.reached.length;
  await app.open(`packages/read/check-in/index?monday=${spokenFor}&voice=1`);
  await app.sees('点一下，开始说');
  expect(app.phone.network.reached.length - before).toBeLessThan(10);
});
