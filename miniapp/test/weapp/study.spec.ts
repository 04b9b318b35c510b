import { dateInChinese, isoWeek, weekNumberInChinese } from '@weidangxiao/shared/rules/week.ts';
import { Demo, type SandboxUser } from '../support/demo';
import type { MiniProgram } from './mini-program';
import { logIn, mondayAgo, onPhoneOf } from './weapp';

interface Week {
  monday: string;
  theme: { monday: string; lessons: { id: string; title: string }[] };
}
interface CheckIns {
  items: { text: string; state: string }[];
}

let demo: Demo;
let user: SandboxUser;
let app: MiniProgram;
let week: Week;
beforeAll(async () => {
  demo = await Demo.start();
  user = await approver();
  app = onPhoneOf(demo, user);
  week = await demo.call<Week>('GET', '/api/weeks/current?town=longfeng');
  await app.open('pages/week/index?town=longfeng');
  await app.tap('标准');
  await app.tap('就用这个');
}, 300_000);
afterAll(() => demo.server.stop());

const lessonPage = () => `packages/read/lesson/index?id=${week.theme.lessons[0]?.id}&monday=${week.theme.monday}`;

/** Somebody of the sample town who has not checked in to any week yet. */
async function approver(): Promise<SandboxUser> {
  const { caller } = await demo.call<{ caller: { member: { name: string } } }>('POST', '/api/logins/demo', { body: { role: 'approver' } });
  const found = (await demo.users()).items.find(({ nickname }) => nickname === caller.member.name);
  if (!found) throw new Error('the approver has no WeChat');
  return found;
}

/** What the server has of this person. */
async function recorded(monday: string): Promise<CheckIns> {
  return demo.call<CheckIns>('GET', `/api/my/check-ins?monday=${monday}`, { token: await demo.token('approver') });
}

test('a guest reads a lesson of the week and is asked to log in only when handing in a line', async () => {
  await app.open(lessonPage());
  await app.sees('字号');
  await app.sees('下一课');
  await app.tap('写一句收获，打卡');
  await app.type('先从自己手上的一分地做起');
  await app.sees('登录并打卡');
});

test('the card of a lesson leads a group to its week', () => {
  expect(app.share()).toMatchObject({ path: `/pages/week/index?town=longfeng&monday=${week.theme.monday}` });
});

test('whoever logs in hands in one line, and the server has it once', async () => {
  await logIn(app, demo, user);
  await app.open(`packages/read/check-in/index?monday=${week.theme.monday}`);
  await app.type('沟清了，水才走得动');
  await app.tap('完成打卡');
  await app.sees('这一周，打过卡了');
  await app.sees('沟清了，水才走得动');
  expect((await recorded(week.theme.monday)).items).toMatchObject([{ text: '沟清了，水才走得动', state: 'counts' }]);
});

test('the catalogue finds a lesson, and a week that has gone by can be opened and handed in late', async () => {
  await app.open('pages/study/index');
  await app.sees('课程，共');
  await app.tap('每周主题');
  const before = await mondayAgo(demo, 6);
  await app.tap(`${weekNumberInChinese(isoWeek(before).week)}，${dateInChinese(before)}`);
  await app.settled(() => app.route.includes('packages/read/week'));
  const monday = await mondayAgo(demo, 11);
  await app.open(`packages/read/check-in/index?monday=${monday}`);
  await app.type('秋天补上的一句');
  await app.tap('完成打卡');
  await app.sees('晚了，交给组长看');
  expect((await recorded(monday)).items).toMatchObject([{ state: 'late' }]);
});

test('without a network the line waits on the phone and goes up by itself', async () => {
  const monday = await mondayAgo(demo, 10);
  await app.open(`packages/read/check-in/index?monday=${monday}`);
  await app.sees('完成打卡');
  app.phone.setOnline(false);
  await app.type('山上没有信号');
  await app.tap('完成打卡');
  await app.sees('已存在本机');
  expect((await recorded(monday)).items).toEqual([]);
  app.phone.setOnline(true);
  await app.sees('晚了，交给组长看');
  expect((await recorded(monday)).items).toMatchObject([{ text: '山上没有信号' }]);
});

test('nothing was reported on the console meanwhile', () => {
  expect(app.faults).toEqual([]);
});
