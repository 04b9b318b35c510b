import { addDays, datesOfMonth } from '@weidangxiao/shared/rules/week.ts';
import { Demo } from '../support/demo';
import type { MiniProgram } from './mini-program';
import { become, choose, onPhoneOf } from './weapp';

interface MyBallot {
  readonly month: string;
  readonly voteFrom: string;
  readonly voteUntil: string;
  readonly state: string;
  readonly cast: boolean;
  readonly ratees: readonly { readonly memberId: string; readonly name: string }[];
}

/** What a tap may send to WeChat. */
const mostBytes = 4 * 1024;
const mostBytesToOpen = 256 * 1024;
const people = 60;

let demo: Demo;
let app: MiniProgram;
beforeAll(async () => {
  demo = await Demo.start();
  await fillGroup();
  await untilTheVote();
  app = onPhoneOf(demo, await demo.unboundUser());
  await choose(app, '标准');
}, 300_000);
afterAll(() => demo?.server.stop());

const asMember = (): Promise<string> => demo.token('member');
const ballot = async (): Promise<MyBallot> => demo.call<MyBallot>('GET', '/api/my/ballot', { token: await asMember() });

/** The member's group grows to sixty. */
async function fillGroup(): Promise<void> {
  const admin = await demo.token('admin');
  const { group } = await demo.call<{ group: { id: string } }>('GET', '/api/my/group', { token: await asMember() });
  const there = (await demo.members()).filter(({ groupId }) => groupId === group.id).length;
  for (let at = there; at < people; at += 1) await demo.call('POST', '/api/members', { token: admin, body: { name: `石${'甲乙丙丁戊己庚辛壬癸'[at % 10]}${'春夏秋冬田禾'[Math.floor(at / 10)]}`, groupId: group.id, phone: null } });
}

/** On the morning of the first day on which this month is voted on. */
async function untilTheVote(): Promise<void> {
  const { now } = await demo.call<{ now: number }>('GET', '/api/demo');
  const today = new Date(now + 8 * 3_600_000).toISOString().slice(0, 10);
  await demo.call('PUT', '/api/demo/clock', { body: { now: `${addDays(datesOfMonth(today.slice(0, 7)).to, 1)}T09:00:00+08:00` } });
  const { voteFrom } = await ballot();
  await demo.call('PUT', '/api/demo/clock', { body: { now: `${voteFrom}T09:00:00+08:00` } });
}

test('a ballot on fifty-nine people opens, a tap sends less than four kilobytes, and the rest get one grade', async () => {
  const { ratees, state } = await ballot();
  expect([ratees.length, state]).toEqual([people - 1, 'open']);
  await become(app, demo, 'member');
  app.forgetSizes();
  await app.open('packages/record/ballot/index');
  await app.sees(`还有${people - 1}位没评`);
  expect(app.largestSetData).toBeLessThan(mostBytesToOpen);
  const sizes: number[] = [];
  for (const [index, grade] of [[0, '优'], [30, '中'], [58, '良'], [30, '优']] as const) {
    app.forgetSizes();
    await app.tapNamed(`${ratees[index]?.name}${grade}`);
    sizes.push(app.largestSetData);
  }
  await app.sees(`还有${people - 4}位没评`);
  expect(Math.max(...sizes)).toBeLessThan(mostBytes);
  await app.tap('其余都评…');
  await app.tap('都评良');
  await app.sees('都评了');
});

test('it is read once more before it goes, and where the answer is lost nobody votes twice', async () => {
  await app.tap('看一遍，再投');
  await app.sees('投出以后不能改');
  app.phone.network.breakAfter('POST /api/my/ballot');
  await app.tap('投出这一票');
  await app.settledThere(async () => (await ballot()).cast);
  await app.tap('投出这一票');
  await app.sees('没有网络');
  app.phone.setOnline(true);
  await app.sees('投过了');
  await app.doesNotSee('投出这一票');
  const { month } = await ballot();
  const { circles } = await demo.call<{ circles: { people: number; voted: number | null }[] }>('GET', `/api/votes/${month}`, { token: await demo.token('admin') });
  expect(circles.find((circle) => circle.people === people)).toMatchObject({ voted: 1 });
});

test('nothing of the ballot is left on the phone', async () => {
  const { ratees } = await ballot();
  const kept = JSON.stringify([...app.phone.memory.storage.values()]);
  expect(ratees.every(({ memberId }) => !new RegExp(`${memberId}[^}]{0,40}(excellent|good|fair|poor)`).test(kept))).toBe(true);
});

test('counts of sixty people are typed with less than four kilobytes a figure, and totals are told meanwhile', async () => {
  const { month, ratees, voteUntil } = await ballot();
  const id = (await demo.call<{ group: { id: string } }>('GET', '/api/my/group', { token: await asMember() })).group.id;
  await demo.call('POST', `/api/votes/${month}/boxes/${id}/handed`, { token: await demo.token('admin'), body: { memberIds: ratees.slice(0, 4).map(({ memberId }) => memberId) } });
  await demo.call('PUT', '/api/demo/clock', { body: { now: `${addDays(voteUntil, 1)}T09:00:00+08:00` } });
  await become(app, demo, 'committee');
  app.forgetSizes();
  await app.open(`packages/leader/paper-votes/index?id=${id}&month=${month}`);
  await app.sees('每个人得了几个圈');
  expect(app.largestSetData).toBeLessThan(mostBytesToOpen);
  await app.type('4');
  await app.sees(`应有${4 * (people - 1)}个圈，录了0个`);
  const sizes: number[] = [];
  for (const [field, figure] of [[1, '2'], [2, '2'], [200, '3']] as const) {
    app.forgetSizes();
    await app.type(figure, field);
    sizes.push(app.largestSetData);
  }
  await app.sees('录了7个');
  expect(Math.max(...sizes)).toBeLessThan(mostBytes);
});

test('nothing was reported on the console meanwhile', () => {
  expect(app.faults).toEqual([]);
});
