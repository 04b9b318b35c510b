import { addDays, datesOfMonth } from '@weidangxiao/shared/rules/week.ts';
import { Demo } from '../support/demo';
import type { MiniProgram } from './mini-program';
import { become, choose, onPhoneOf } from './weapp';

interface MyBallot {
  readonly month: string;
  readonly voteFrom: string;
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

test('nothing was reported on the console meanwhile', () => {
  expect(app.faults).toEqual([]);
});
