import { addDays, datesOfMonth, monthOf } from '@weidangxiao/shared/rules/week.ts';
import { Demo, type Townsman } from '../support/demo';
import { Chromium, picture, seen, type Viewer } from './browser';
import { at, button } from './console';
import { LedGroup } from './led-group';
import { Phone } from './phone';

// A month's vote in one group: two on their phones, four on paper, which the leader counts on the phone and the admin at the desk.
interface MyBallot {
  readonly month: string;
  readonly voteFrom: string;
  readonly voteUntil: string;
}
interface Circle {
  readonly id: string;
  readonly people: number;
  readonly voted: number;
  readonly handed: number;
  readonly paper: string;
}
interface Box {
  readonly people: readonly { readonly memberId: string; readonly name: string }[];
  readonly holders: readonly string[] | null;
}

const leads = '看本组谁打了卡，替没有手机的人记纸条，写小组心得';

let demo: Demo;
let chromium: Chromium;
let group: LedGroup;
let voters: Townsman[];
let dates: MyBallot;
let admin: Viewer;
let leader: Phone;
const phones: Phone[] = [];

beforeAll(async () => {
  [demo, chromium] = await Promise.all([Demo.start(), Chromium.start()]);
  group = await LedGroup.of(demo);
  voters = (await demo.readers()).filter(({ groupId }) => groupId === group.id).slice(0, 2);
  dates = await firstDayOfTheVote();
  admin = await chromium.desk(demo.url);
  await admin.page.goto('/desk/');
  await button(admin.page, '以镇管理员进入').click();
  await seen(admin.page.getByRole('navigation', { name: '主导航' })).toBeVisible();
}, 300_000);
afterAll(async () => {
  await chromium?.stop();
  await demo?.server.stop();
});

async function firstDayOfTheVote(): Promise<MyBallot> {
  const today = new Date((await group.now()) + 8 * 3_600_000).toISOString().slice(0, 10);
  await demo.moveClock(`${addDays(datesOfMonth(monthOf(today)).to, 1)}T09:00:00+08:00`);
  const ballot = await group.get<MyBallot>('/api/my/ballot');
  await demo.moveClock(`${ballot.voteFrom}T09:00:00+08:00`);
  return ballot;
}

const circle = async (): Promise<Circle | undefined> => (await demo.call<{ circles: Circle[] }>('GET', `/api/votes/${dates.month}`, { token: await demo.token('admin') })).circles.find(({ id }) => id === group.id);
const box = async (): Promise<Box> => demo.call<Box>('GET', `/api/votes/${dates.month}/boxes/${group.id}`, { token: await demo.token('leader') });
const nameOf = (index: number): string => voters[index]?.name ?? '';
/** Who gets paper: the first four of the list who have not voted on a phone. */
const holding = async () => (await box()).people.filter(({ name }) => name !== nameOf(0) && name !== nameOf(1)).slice(0, 4);

async function phoneOf(index: number): Promise<Phone> {
  const phone = await Phone.of(chromium, demo, await demo.userNamed(nameOf(index)), { elder: index === 1 });
  phones.push(phone);
  return phone;
}

test('two members vote on their phones, and are told that nobody can see how', async () => {
  for (const index of [0, 1]) {
    const phone = await phoneOf(index);
    await phone.open('/packages/record/ballot/index');
    await phone.sees('不记名');
    await phone.tap('其余都评…');
    await phone.tap('都评良');
    await picture(phone.page, index === 0 ? 'ballot' : 'ballot-elder');
    await phone.tap('看一遍，再投');
    await phone.sees('没有人查得到你评了谁什么');
    await phone.tap('投出这一票');
    await phone.sees('投过了');
  }
  expect(await circle()).toMatchObject({ voted: 2, handed: 0 });
});

test('the leader hands out paper on the phone: whoever has voted gets none, and one comes back', async () => {
  leader = await Phone.as(chromium, demo, leads);
  phones.push(leader);
  await leader.open('/pages/group/index');
  await leader.tap('发给不想用手机的，' + `${Number(dates.voteUntil.slice(5, 7))}月${Number(dates.voteUntil.slice(8))}日截止`);
  const four = await holding();
  for (const { name } of four.slice(0, 2)) await leader.tap(name);
  await leader.tap(nameOf(0));
  await leader.tap('发给这3位');
  await leader.sees(`${nameOf(0)}已经投过，没有发`);
  await leader.sees('再发2张就好');
  await picture(leader.page, 'paper-votes');
  await leader.tap('收回');
  await leader.page.getByText('收回', { exact: true }).locator('visible=true').last().click();
  await seen.poll(async () => (await circle())?.handed).toBe(1);
  const held = (await box()).holders ?? [];
  const left = four.filter(({ memberId }) => !held.includes(memberId));
  for (const { name } of left) await leader.tap(name);
  await leader.tap(`发给这${left.length}位`);
  await seen.poll(async () => (await circle())?.handed).toBe(4);
  await leader.seesNot('张就好');
});

test('the console counts them and names nobody', async () => {
  await at(admin, `/months/${dates.month}/votes`);
  await seen(admin.page.getByText('不记名。这里只有投了几个人')).toBeVisible();
  const { people = 0 } = (await circle()) ?? {};
  const row = admin.page.getByRole('row').filter({ hasText: await groupName() });
  await seen(row).toContainText(`6/${people}人`);
  await seen(row).toContainText('发出4张');
  const main = await admin.page.getByRole('main').innerText();
  for (const { name } of [...voters, ...(await holding())]) expect(main).not.toContain(name);
  await picture(admin.page, 'desk-votes');
});

const groupName = async (): Promise<string> => (await demo.members()).find(({ groupId }) => groupId === group.id)?.groupName ?? '';

test('when the vote is over the leader counts the box on the phone, as the first of two', async () => {
  await demo.moveClock(`${addDays(dates.voteUntil, 1)}T09:00:00+08:00`);
  leader = await Phone.as(chromium, demo, leads);
  phones.push(leader);
  await leader.open(`/packages/leader/paper-votes/index?id=${group.id}&month=${dates.month}`);
  await leader.type('箱里有几张票（发出4张）', '4');
  const held = new Set((await box()).holders);
  const { people } = await box();
  for (const { memberId, name } of people) await leader.type(`${name}，良`, held.has(memberId) ? '3' : '4');
  await leader.sees('对得上');
  await picture(leader.page, 'paper-count');
  await leader.tap('录好了');
  await leader.sees('还要另一个人数一遍');
  expect(await circle()).toMatchObject({ paper: 'counting' });
  expect((await box()).holders).toEqual([]);
});

test('the admin counts at the desk: what differs is named, what agrees is added', async () => {
  const { people } = await box();
  const { handed = 0 } = (await circle()) ?? {};
  const four = new Set((await holding()).map(({ memberId }) => memberId));
  const { page } = admin;
  await at(admin, `/months/${dates.month}/votes/${group.id}`);
  await page.reload();
  await page.getByLabel('箱里有几张票').fill(String(handed));
  for (const { memberId, name } of people) await page.getByLabel(`${name}，良`).fill(four.has(memberId) ? '3' : '4');
  const [first] = people;
  await page.getByLabel(`${first?.name}，良`).fill('2');
  await button(page, '录好了').click();
  await seen(page.getByText(`录得不一样：${first?.name}。`)).toBeVisible();
  await picture(page, 'desk-paper-count');
  await page.getByLabel(`${first?.name}，良`).fill(four.has(first?.memberId ?? '') ? '3' : '4');
  await button(page, '录好了').click();
  await seen(page.getByText('这一箱已经计入')).toBeVisible();
  await at(admin, `/months/${dates.month}/votes`);
  await seen(page.getByRole('row').filter({ hasText: await groupName() })).toContainText('4张已计入');
});

test('nothing was reported on a console meanwhile', () => {
  expect([...admin.faults, ...phones.flatMap(({ faults }) => faults)]).toEqual([]);
});
