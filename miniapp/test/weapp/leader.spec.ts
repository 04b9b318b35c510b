import { randomUUID } from 'node:crypto';
import { Demo } from '../support/demo';
import type { MiniProgram } from './mini-program';
import { become, choose, mondayAgo, onPhoneOf } from './weapp';

interface CheckIn {
  kind: string;
  state: string;
  text: string | null;
  enteredBy: { name: string } | null;
}
interface Person {
  memberId: string;
  name: string;
}
interface GroupWeek {
  people: { member: Person; paper: boolean; checkIn: CheckIn | null }[];
}
interface Leader {
  member: { name: string; groupId: string };
}

let demo: Demo;
let app: MiniProgram;
let token: string;
let leader: Leader['member'];
let monday: string;
beforeAll(async () => {
  demo = await Demo.start();
  token = await demo.token('leader');
  leader = (await demo.call<Leader>('GET', '/api/logins/current', { token })).member;
  monday = await mondayAgo(demo, 0);
  app = onPhoneOf(demo, await demo.unboundUser());
  await choose(app, '标准');
  await become(app, demo, 'leader');
}, 300_000);
afterAll(() => demo?.server.stop());

const groupWeek = (of: string) => demo.call<GroupWeek>('GET', `/api/group-check-ins?groupId=${leader.groupId}&monday=${of}`, { token });

/** Whom the leader can help with a Monday: one who reads on paper, or has not come to it. */
async function missing(of: string): Promise<Person | undefined> {
  return (await groupWeek(of)).people.find(({ checkIn }) => checkIn === null)?.member;
}

async function ofWeek(of: string, { memberId }: Person): Promise<CheckIn | null | undefined> {
  return (await groupWeek(of)).people.find(({ member }) => member.memberId === memberId)?.checkIn;
}

/** The last Monday for which somebody has not written. */
async function unfinished(): Promise<{ before: string; person: Person }> {
  for (let weeks = 0; weeks < 12; weeks += 1) {
    const before = await mondayAgo(demo, weeks);
    const person = await missing(before);
    if (person) return { before, person };
  }
  throw new Error('everybody of the sample group has always written');
}

/** The member of the demo hands a line in for a Monday long gone. */
async function lateCheckIn(weeks: number): Promise<{ monday: string; mine: () => Promise<unknown[]> }> {
  const member = await demo.token('member');
  const { version } = await demo.call<{ version: string }>('GET', '/api/privacy-notice');
  await demo.call('POST', '/api/my/consents', { token: member, body: { version } });
  const then = await mondayAgo(demo, weeks);
  const { now } = await demo.call<{ now: number }>('GET', '/api/demo');
  await demo.call('POST', '/api/check-ins', { token: member, body: { clientId: randomUUID(), monday: then, capturedAt: now, takeaway: { kind: 'text', text: `第${weeks}次迟到的一句` } } });
  return { monday: then, mine: async () => (await demo.call<{ items: unknown[] }>('GET', `/api/my/check-ins?monday=${then}`, { token: member })).items };
}

test('from the group’s page the leader comes to whom to help, and writes down what somebody has said', async () => {
  const { before, person } = await unfinished();
  await app.open('pages/group/index');
  await app.tap('看本组');
  await app.sees('可以帮一把');
  if (before !== monday) await app.open(`packages/leader/home/index?monday=${before}`);
  await app.tapNamed(`${person.name}，还没打卡`);
  await app.type('坡上的沟，我家那段清完了');
  await app.tap('记下');
  await app.sees('坡上的沟，我家那段清完了');
  expect(app.phone.toasts).toContain(`${person.name}的记下了`);
  expect(await ofWeek(before, person)).toMatchObject({ kind: 'paper', state: 'counts', text: '坡上的沟，我家那段清完了', enteredBy: { name: leader.name } });
});

test('in a house without a network the note waits on the leader’s phone', async () => {
  const { before, person } = await unfinished();
  await app.open(`packages/leader/home/index?monday=${before}`);
  await app.sees(person.name);
  app.phone.setOnline(false);
  await app.tapNamed(`${person.name}，还没打卡`);
  await app.type('听广播听懂的');
  await app.tap('记下');
  await app.sees('等待上传');
  expect(await ofWeek(before, person)).toBeNull();
  app.phone.setOnline(true);
  await app.sees('听广播听懂的');
  expect(await ofWeek(before, person)).toMatchObject({ kind: 'paper', text: '听广播听懂的' });
});

test('a line that came late counts once the leader says so', async () => {
  const late = await lateCheckIn(20);
  await app.open(`packages/leader/home/index?monday=${late.monday}`);
  await app.sees('第20次迟到的一句');
  await app.tap('算数');
  await app.settled(() => app.phone.toasts.includes('算数，记上了'));
  expect(await late.mine()).toMatchObject([{ state: 'counts' }]);
});

test('one that does not count is refused with a reason, which its writer reads', async () => {
  const late = await lateCheckIn(21);
  await app.open(`packages/leader/home/index?monday=${late.monday}`);
  await app.sees('第21次迟到的一句');
  await app.tap('不算');
  await app.type('这一句是上个月的，再写一句新的');
  await app.tap('不算，告诉本人');
  await app.settled(() => app.phone.toasts.includes('已经告诉本人'));
  expect(await late.mine()).toMatchObject([{ state: 'refused', decision: { reason: '这一句是上个月的，再写一句新的' } }]);
});

test('a printed sheet is ticked once it is in somebody’s hands', async () => {
  const sheets = () => demo.call<{ items: { id: string; groupName: string; handedOverAt: number | null; member: { name: string } }[] }>('GET', `/api/paper-deliveries?monday=${monday}&pageSize=100`, { token });
  const open = (await sheets()).items.find(({ handedOverAt }) => handedOverAt === null);
  // Where all of them are there already, the last one is taken back: the same tap.
  const one = open ?? (await sheets()).items.at(-1);
  await app.open('packages/leader/home/index');
  await app.tapNamed(`${one?.member.name}的学习单`);
  await app.sees(open ? '送到了，点一下撤回' : '还没送');
  const after = (await sheets()).items.find(({ id }) => id === one?.id);
  expect(after?.handedOverAt === null).toBe(open === undefined);
});

test('whose phone is not in the roster logs in with the code that the leader gives', async () => {
  const { items } = await demo.call<{ items: { id: string; name: string; bound: boolean; paper: boolean }[] }>('GET', `/api/members?groupId=${leader.groupId}&state=active&pageSize=100`, { token });
  const friend = items.find(({ bound, paper }) => !bound && !paper) ?? items.find(({ bound }) => !bound);
  await app.open('packages/leader/home/index');
  await app.tapNamed(`${friend?.name}，`);
  await app.tap('给一个邀请码');
  await app.tap('发一个邀请码');
  await app.sees('关上就看不到了');
  const code = /邀请码([0-9A-Z]{4})\s*([0-9A-Z]{4})/.exec(app.text())?.slice(1).join('') ?? '';
  const faults = app.faults;
  app = onPhoneOf(demo, await demo.unboundUser());
  app.faults.push(...faults);
  await choose(app, '标准');
  await app.open('packages/account/login/index');
  await app.tap('微信登录');
  await app.tap('同意，继续登录');
  await app.type(code.toLowerCase());
  await app.tap('用邀请码登录');
  await app.settled(() => !app.route.includes('login'));
  await app.open('pages/me/index');
  await app.sees(friend?.name ?? '');
});

test('nothing was reported on the console meanwhile', () => {
  expect(app.faults).toEqual([]);
});
