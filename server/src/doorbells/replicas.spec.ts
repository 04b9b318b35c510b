import { addDays } from '@weidangxiao/shared/rules/week.ts';
import { startTestServer, type TestServer } from '../../test/test-server.ts';
import { MembersService } from '../members/members.service.ts';
import { hostScope, systemScope } from '../platform/access/mint.ts';
import { WeChat } from '../platform/wechat/wechat.ts';
import { DeliveriesRepository } from '../theme-pushes/deliveries.repository.ts';
import { MondayPushService } from '../theme-pushes/monday-push.service.ts';
import { at, type Bound, monday, PushedTown } from '../theme-pushes/pushes-for-tests.ts';
import { DoorbellLedgerService } from './doorbell-ledger.service.ts';
import { DoorbellsRepository } from './doorbells.repository.ts';
import { DoorbellsService } from './doorbells.service.ts';

const sendPath = '/cgi-bin/message/subscribe/send';
let town: PushedTown;
let others: TestServer[];

beforeEach(async () => {
  town = await PushedTown.start();
  others = [];
});
afterEach(async () => {
  for (const server of others) await server.close();
  await town.server.close();
});

async function beside(): Promise<TestServer> {
  const server = await startTestServer({ beside: town.server });
  others.push(server);
  return server;
}
const everywhere = (job: string): Promise<unknown> => Promise.all([town.server, ...others].map((server) => server.runJob(job)));
const scope = () => systemScope(town.town.id, 'test');
const leases = (server: TestServer): Promise<string[]> => server.get(DoorbellsRepository).leases(hostScope());
async function round() {
  const found = await town.server.get(DoorbellsService).about(scope(), 'theme', monday);
  if (!found) throw new Error('nothing was pushed');
  return found;
}
async function people(count: number): Promise<void> {
  const names = Array.from({ length: count }, (_, at) => ({ name: `学员${at}`, phone: null, groupId: null }));
  await town.server.make.act(town.town, () => town.server.get(MembersService).addAll(scope(), names));
}
async function bound(count: number, credits = 1): Promise<Bound[]> {
  const readers: Bound[] = [];
  for (let made = 0; made < count; made += 1) readers.push(await town.bound(credits));
  return readers;
}

/** Its writes are done, and the transaction around them ends there. */
function killAtChunk(deliveries: DeliveriesRepository, last: number): void {
  const insert = deliveries.insertFrom.bind(deliveries);
  let chunks = 0;
  deliveries.insertFrom = async (...given) => {
    await insert(...given);
    chunks += 1;
    if (chunks === last) throw new Error('killed');
  };
}

describe('Three replicas at the same moment', () => {
  test('make one push a week, one delivery a member and one ring a phone', async () => {
    await beside();
    await beside();
    const weeks = 4;
    const readers = await bound(10, weeks);
    for (let week = 0; week < weeks; week += 1) {
      const date = addDays(monday, 7 * week);
      const { admin, approver } = town.planning;
      Object.assign(admin, { api: await town.server.make.login(admin.member) });
      Object.assign(approver, { api: await town.server.make.login(approver.member) });
      await town.planning.scheduled({ monday: date });
      town.server.at(at('08:00:00', date));
      await everywhere('theme-push');
      await everywhere('doorbells');
      expect(await town.funnel(date)).toMatchObject({ state: 'done', members: 13, inbox: 13, doorbell: { sent: 10, unbound: 3 } });
      expect(new Set(readers.map((reader) => town.rungOn(reader)))).toEqual(new Set([week + 1]));
    }
    expect(await Promise.all(readers.map((reader) => town.creditsOf(reader)))).toEqual(readers.map(() => 0));
  });
});

describe('A replica that dies', () => {
  test('between the push and its deliveries loses nobody: another goes on', async () => {
    const other = await beside();
    await town.planning.scheduled();
    town.server.at(at('08:00:00'));
    await town.server.get(MondayPushService).pushAll();
    expect(await town.funnel()).toMatchObject({ state: 'sending', inbox: 0 });
    await other.runJob('theme-push');
    expect((await town.funnel()).inbox).toBe(3);
  });

  test('between two chunks of deliveries neither loses nor repeats anybody', async () => {
    const other = await beside();
    await people(5_000);
    await town.planning.scheduled();
    town.server.at(at('08:00:00'));
    killAtChunk(town.server.get(DeliveriesRepository), 2);
    await expect(town.server.runJob('theme-push')).rejects.toThrow('killed');
    expect((await town.funnel()).inbox).toBe(2_000);
    await other.runJob('theme-push');
    expect((await town.funnel()).inbox).toBe(5_003);
  });

  test('with doorbells in its hands keeps them until its lease is lost, then another rings them, for one credit each', async () => {
    const other = await beside();
    const readers = await bound(3, 2);
    await town.planning.scheduled();
    town.server.at(at('08:00:00'));
    await town.server.runJob('theme-push');
    await town.server.get(DoorbellLedgerService).claim(await round(), []);
    const rung: number[][] = [];
    for (const time of ['08:00:00', '08:00:15', '08:00:16']) {
      town.server.at(at(time));
      await other.runJob('doorbells');
      rung.push(readers.map((reader) => town.rungOn(reader)));
    }
    expect(rung).toEqual([[0, 0, 0], [0, 0, 0], [1, 1, 1]]);
    expect(await Promise.all(readers.map((reader) => town.creditsOf(reader)))).toEqual([1, 1, 1]);
  });

  test('and comes back with a result finds its lease gone and changes nothing', async () => {
    const other = await beside();
    const [reader] = await bound(1, 2);
    await town.planning.scheduled();
    town.server.at(at('08:00:00'));
    await town.server.runJob('theme-push');
    const ledger = town.server.get(DoorbellLedgerService);
    const { rings } = await ledger.claim(await round(), []);
    for (const time of ['08:00:00', '08:00:16']) {
      town.server.at(at(time));
      await other.runJob('doorbells');
    }
    const [ring] = rings;
    if (ring) await ledger.record([{ ring, sent: { state: 'refused', errcode: 43101 } }]);
    expect(await town.funnel()).toMatchObject({ doorbell: { sent: 1, refused: 0 } });
    expect(reader && (await town.creditsOf(reader))).toBe(1);
  });
});

test('A replica that is told to stop finishes what it began, leaves no lease, and another rings the rest once', async () => {
  const stopped = await beside();
  const readers = await bound(40);
  await town.planning.scheduled();
  town.server.at(at('08:00:00'));
  await town.server.runJob('theme-push');
  town.server.sandbox.setFault({ path: sendPath, delayMs: 100 });
  const ringing = stopped.runJob('doorbells');
  while ((town.server.sandbox.calls()[sendPath] ?? 0) === 0) await new Promise((resume) => setTimeout(resume, 5));
  await stopped.close();
  others = [];
  await ringing;
  const begun = town.server.sandbox.calls()[sendPath] ?? 0;
  expect([begun < 40, await leases(town.server)]).toEqual([true, []]);
  await town.server.runJob('doorbells');
  expect(readers.map((reader) => town.rungOn(reader))).toEqual(readers.map(() => 1));
});

test('A limit of messages a second is one for all replicas: two together never send more than their share', async () => {
  // Twenty are claimed at a time, and with two lanes no more before the last of them.
  const env = { DOORBELL_RATE: '10', DOORBELL_LANES: '2' };
  const limited = await PushedTown.start({ env });
  const second = await startTestServer({ beside: limited.server, env });
  const readers: Bound[] = [];
  for (let made = 0; made < 26; made += 1) readers.push(await limited.bound());
  await limited.planning.scheduled();
  limited.server.at(at('08:00:00'));
  await limited.server.runJob('theme-push');
  const sent = [limited.server, second].map((server) => timesOf(server.get(WeChat)));
  const began = performance.now();
  await Promise.all([limited.server.runJob('doorbells'), second.runJob('doorbells')]);
  expect(readers.map((reader) => limited.rungOn(reader))).toEqual(readers.map(() => 1));
  expect(sent.map((times) => times.length > 0)).toEqual([true, true]);
  // Never a measure of speed: however slow the machine, none goes out before its tenth of a second.
  const early = sent.flat().sort((a, b) => a - b).filter((time, place) => time - began < place * 100 - 50);
  expect(early).toEqual([]);
  await second.close();
  await limited.server.close();
});

/** When each message of a replica goes out, filled while it does. */
function timesOf(wechat: WeChat): number[] {
  const times: number[] = [];
  const send = wechat.sendReady.bind(wechat);
  wechat.sendReady = (openid, message) => {
    times.push(performance.now());
    return send(openid, message);
  };
  return times;
}
