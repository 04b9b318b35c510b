import { Demo, type SandboxUser } from '../support/demo';
import type { MiniProgram } from './mini-program';
import { become, choose, mondayAgo, onPhoneOf } from './weapp';

interface CheckIn {
  kind: string;
  state: string;
  capturedAt: number;
  receivedAt: number;
  voice: { fileId: string; seconds: number } | null;
}

let demo: Demo;
let user: SandboxUser;
let app: MiniProgram;
/** Mondays for which the approver of the sample town has not checked in; late by now, which changes nothing here. */
let [first, second, third, fourth] = ['', '', '', ''];
beforeAll(async () => {
  demo = await Demo.start();
  [first, second, third, fourth] = await Promise.all([10, 11, 12, 13].map((weeks) => mondayAgo(demo, weeks))) as [string, string, string, string];
  user = await demo.unboundUser();
  app = onPhoneOf(demo, user);
  await choose(app, '标准');
  await become(app, demo, 'approver');
}, 300_000);
afterAll(() => demo?.server.stop());

/** Opens a Monday's check-in by voice: in the large version that is the way from the home page. */
const speakFor = (monday: string) => app.open(`packages/read/check-in/index?monday=${monday}&voice=1`);

async function recorded(monday: string): Promise<CheckIn[]> {
  const { items } = await demo.call<{ items: CheckIn[] }>('GET', `/api/my/check-ins?monday=${monday}`, { token: await demo.token('approver') });
  return items;
}

/** WeChat ends the app, and the person opens it again. */
async function reopened(online = true): Promise<void> {
  const faults = app.faults;
  app = onPhoneOf(demo, user, { memory: app.phone.kill(), online });
  app.faults.push(...faults);
  await app.open('pages/week/index');
}

async function speak(): Promise<void> {
  await app.tapNamed('开始说');
  await app.sees('正在录，说完点一下');
  await app.tapNamed('说完了，停');
  await app.sees('重新说');
}

test('whoever says no to WeChat’s privacy question records nothing, and can still write', async () => {
  app.phone.media.agreesToPrivacy = false;
  await speakFor(first);
  await app.tapNamed('开始说');
  await app.sees('或者改成写一句');
  expect(app.phone.media.asked).toEqual(['RecorderManager.start']);
  expect(app.phone.memory.savedFiles).toEqual([]);
});

test('whoever says yes, but keeps the microphone closed, is told where to open it', async () => {
  app.phone.media.agreesToPrivacy = true;
  app.phone.media.allowsMicrophone = false;
  await speakFor(first);
  await app.tapNamed('开始说');
  await app.sees('允许用麦克风');
  app.phone.media.allowsMicrophone = true;
});

test('one tap begins, one tap ends, and what was said can be heard and said again', async () => {
  await speakFor(first);
  await speak();
  const [place] = app.phone.memory.savedFiles;
  await app.sees('4秒');
  await app.tapNamed('听这一句，4秒');
  await app.sees('正在放');
  expect(app.phone.media.played).toEqual([place]);
  await app.tap('重新说');
  await app.sees('点一下，开始说');
  expect(app.phone.memory.savedFiles).toEqual([]);
});

test('what was said and not yet handed in is still there after the app was killed', async () => {
  await speak();
  await reopened();
  await speakFor(first);
  await app.sees('重新说');
  await app.tap('完成打卡');
  await app.sees('晚了，交给组长看');
  expect(await recorded(first)).toMatchObject([{ kind: 'voice', state: 'late', voice: { seconds: 4 } }]);
  expect(app.phone.memory.savedFiles).toEqual([]);
});

test('the voice that was handed in is heard from the server', async () => {
  const [{ voice }] = (await recorded(first)) as [CheckIn];
  await app.tapNamed('听这一句，4秒');
  await app.sees('正在放');
  expect(app.phone.network.reached).toContain(`GET /api/files/${voice?.fileId}`);
});

test('without a network it waits on the phone, outlives the app, and is sent once when the network returns', async () => {
  await speakFor(second);
  await speak();
  app.phone.setOnline(false);
  await app.tap('完成打卡');
  await app.sees('已存在本机，联网后自动上传');
  const [place] = app.phone.memory.savedFiles;
  await reopened(false);
  await speakFor(second);
  await app.sees('已存在本机');
  expect(app.phone.memory.savedFiles).toEqual([place]);
  app.phone.setOnline(true);
  await app.sees('晚了，交给组长看');
  const [{ capturedAt, receivedAt, voice }] = (await recorded(second)) as [CheckIn];
  expect(voice).toMatchObject({ seconds: 4 });
  expect(receivedAt).toBeGreaterThan(capturedAt);
  expect(sent('POST /api/check-ins')).toBe(1);
  expect(app.phone.memory.savedFiles).toEqual([]);
});

test('an answer that is lost after the server has written makes no second record', async () => {
  await speakFor(third);
  await speak();
  app.phone.network.breakAfter('POST /api/check-ins');
  await app.tap('完成打卡');
  await app.sees('已存在本机，联网后自动上传');
  expect(await recorded(third)).toHaveLength(1);
  await reopened();
  await speakFor(third);
  await app.sees('晚了，交给组长看');
  expect(sent('POST /api/check-ins')).toBe(1);
  expect(await recorded(third)).toHaveLength(1);
});

test('an answer that is lost after the voice went up sends the voice again, and makes one record', async () => {
  await speakFor(fourth);
  await speak();
  app.phone.network.breakAfter('POST /api/files');
  await app.tap('完成打卡');
  await app.sees('已存在本机，联网后自动上传');
  expect(await recorded(fourth)).toEqual([]);
  app.phone.setOnline(true);
  await app.sees('晚了，交给组长看');
  expect(sent('POST /api/files')).toBe(2);
  expect(await recorded(fourth)).toMatchObject([{ kind: 'voice', voice: { seconds: 4 } }]);
  expect(app.phone.memory.savedFiles).toEqual([]);
});

test('nothing was reported on the console meanwhile', () => {
  expect(app.faults).toEqual([]);
});

/** How often it has reached the server since the app was opened. */
function sent(request: string): number {
  return app.phone.network.reached.filter((one) => one === request).length;
}
