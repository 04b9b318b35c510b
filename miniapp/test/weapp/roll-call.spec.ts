import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Demo } from '../support/demo';
import { inOneDay } from '../support/one-day';
import type { MiniProgram } from './mini-program';
import { become, choose, onPhoneOf } from './weapp';

interface Mark {
  id: string;
  status: string | null;
  way: string;
}
interface Row {
  member: { memberId: string; name: string };
  status: string | null;
  differs: boolean;
  standing: Mark[];
}
interface Roll {
  state: string;
  items: Row[];
  counts: { unmarked: number };
}

const minute = 60_000;
/** What a tap may send to WeChat. */
const mostBytes = 4 * 1024;
const mostBytesToOpen = 256 * 1024;

let demo: Demo;
let app: MiniProgram;
let token: string;
let groupId: string;
beforeAll(async () => {
  demo = await Demo.start();
  token = await demo.token('leader');
  groupId = (await demo.call<{ leads: { id: string }[] }>('GET', '/api/logins/current', { token })).leads[0]?.id ?? '';
  app = onPhoneOf(demo, await demo.unboundUser());
  await choose(app, '标准');
}, 300_000);
afterAll(() => demo?.server.stop());

const rollOf = (id: string, as = token): Promise<Roll> => demo.call<Roll>('GET', `/api/study-sessions/${id}/attendance`, { token: as });
const rowOf = async (id: string, name: string): Promise<Row | undefined> => (await rollOf(id)).items.find(({ member }) => member.name === name);
const sentMarks = (id: string): number => app.phone.network.reached.filter((request) => request === `POST /api/study-sessions/${id}/attendance`).length;

/** One that began ten minutes ago, of these groups. */
async function session(title: string, groupIds: readonly string[], as = token): Promise<string> {
  const { now } = await demo.call<{ now: number }>('GET', '/api/demo');
  const body = { clientId: randomUUID(), kind: 'night', format: 'lecture', title, ...inOneDay(now, now - 10 * minute, now + 10 * minute), expects: { kind: 'groups', groupIds }, despiteOverlap: true };
  return (await demo.call<{ id: string }>('POST', '/api/study-sessions', { token: as, body })).id;
}

async function opened(id: string): Promise<void> {
  await app.open(`packages/leader/roll-call/index?id=${id}`);
  await app.sees('完成点名');
}

/** The same phone after WeChat has ended the app. */
async function killed({ online }: { online: boolean }): Promise<void> {
  const { faults } = app;
  app = onPhoneOf(demo, await demo.unboundUser(), { memory: app.phone.kill(), online });
  app.faults.push(...faults);
}

test('a roll of more than sixty opens, and a tap sends less than four kilobytes', async () => {
  const admin = await demo.token('admin');
  const groups = [...new Set((await demo.members()).map((member) => member.groupId))].slice(0, 6);
  const id = await session('大点名', groups, admin);
  await become(app, demo, 'admin');
  const { items } = await rollOf(id, admin);
  expect(items.length).toBeGreaterThanOrEqual(60);
  app.forgetSizes();
  await opened(id);
  // What WeChat draws at once without a pause that is felt; how long this machine takes for it says nothing about a phone.
  expect(app.largestSetData).toBeLessThan(mostBytesToOpen);
  const sizes: number[] = [];
  for (const [at, one] of [items[0], items[30], items[59], items[30]].entries()) {
    app.forgetSizes();
    await app.tapNamed(`${one?.member.name}${['到', '迟到', '缺', '请假'][at]}`);
    sizes.push(app.largestSetData);
  }
  await app.sees('应到');
  expect(Math.max(...sizes)).toBeLessThan(mostBytes);
  const statuses = async () => {
    const after = (await rollOf(id, admin)).items;
    return [0, 30, 59].map((at) => after.find(({ member }) => member.memberId === items[at]?.member.memberId)?.status).join();
  };
  await app.settledThere(async () => (await statuses()) === 'present,leave,absent');
});

test('with no network the whole roll is called, the app is killed, and all of it goes up once', async () => {
  await become(app, demo, 'leader');
  const id = await session('院坝会', [groupId]);
  const { items } = await rollOf(id);
  const [first, second, third] = items.map(({ member }) => member.name);
  await opened(id);
  app.phone.setOnline(false);
  await app.tapNamed(`${first}缺`);
  await app.sees('没有网络，点名已存在本机');
  await app.tapNamed(`${second}迟到`);
  await app.tapNamed(`${third}到`);
  await app.tapNamed(`${third}到`);
  await app.sees(`还有${items.length - 2}人没点`);
  await app.tap(`${items.length - 2}人都算到`);
  await app.sees('都点到了');
  await killed({ online: false });
  await opened(id);
  await app.sees('都点到了');
  await app.sees('没有网络，点名已存在本机');
  expect((await rollOf(id)).state).toBe('planned');
  app.phone.setOnline(true);
  await app.settledThere(async () => (await rollOf(id)).counts.unmarked === 0);
  await app.doesNotSee('没有网络');
  expect(sentMarks(id)).toBe(1);
  expect([(await rowOf(id, first ?? ''))?.status, (await rowOf(id, second ?? ''))?.status, (await rowOf(id, third ?? ''))?.status]).toEqual(['absent', 'late', 'present']);
  for (const { differs, standing } of (await rollOf(id)).items) expect([differs, standing.length]).toEqual([false, 1]);
});

test('a lost answer is asked for once more and changes nothing', async () => {
  const id = await session('断网那一下', [groupId]);
  const { items } = await rollOf(id);
  const name = items[0]?.member.name ?? '';
  await opened(id);
  app.phone.network.breakAfter(`POST /api/study-sessions/${id}/attendance`);
  await app.tapNamed(`${name}到`);
  await app.sees('点名已存在本机');
  const before = (await rowOf(id, name))?.standing;
  expect(before).toMatchObject([{ status: 'present' }]);
  app.phone.setOnline(true);
  await app.settledThere(async () => sentMarks(id) === 2);
  await app.doesNotSee('没有网络');
  expect((await rowOf(id, name))?.standing).toEqual(before);
});

test('two phones that say different things are both shown until the leader has chosen', async () => {
  const id = await session('两部手机', [groupId]);
  const person = (await rollOf(id)).items[1]?.member;
  await opened(id);
  app.phone.setOnline(false);
  await app.tapNamed(`${person?.name}到`);
  const { now } = await demo.call<{ now: number }>('GET', '/api/demo');
  await demo.call('POST', `/api/study-sessions/${id}/attendance`, { token, body: { marks: [{ id: randomUUID(), memberId: person?.memberId, status: 'absent', capturedAt: now, over: [] }] } });
  app.phone.setOnline(true);
  await app.sees('再点一个作准');
  expect(app.announces(`${person?.name}，两边点的不一样`)).toBe(true);
  expect((await rowOf(id, person?.name ?? ''))?.differs).toBe(true);
  await app.tapNamed(`${person?.name}缺`);
  await app.doesNotSee('再点一个作准');
  await app.settledThere(async () => (await rowOf(id, person?.name ?? ''))?.differs === false);
  expect(await rowOf(id, person?.name ?? '')).toMatchObject({ status: 'absent', standing: [{ status: 'absent' }] });
});

test('what is marked after the close-out is refused with its reason, and does not count', async () => {
  const id = await session('收尾以后', [groupId]);
  const [one, other] = (await rollOf(id)).items.map(({ member }) => member.name);
  await opened(id);
  await app.tapNamed(`${one}到`);
  await app.settledThere(async () => (await rowOf(id, one ?? ''))?.status === 'present');
  app.phone.setOnline(false);
  await demo.call('POST', `/api/study-sessions/${id}/close-out`, { token, body: { clientId: randomUUID(), line: { kind: 'text', text: '讲完了' }, hours: '0.5' } });
  // A phone's clock is behind the server's by the time that an answer took: what it marks sooner counts as before the close-out.
  await pause(3_000);
  await app.tapNamed(`${other}缺`);
  app.phone.setOnline(true);
  await app.sees('1条没有收下');
  await app.sees('已经收尾存档');
  expect((await rowOf(id, other ?? ''))?.status).toBeNull();
  await app.tap('知道了');
  await app.doesNotSee('没有收下');
});

test('nothing was reported on the console meanwhile', () => {
  expect(app.faults).toEqual([]);
});
