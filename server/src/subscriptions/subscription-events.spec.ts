import fc from 'fast-check';
import { randomUUID } from 'node:crypto';
import type { Api } from '../../test/api.ts';
import type { Actor, MadeTown } from '../../test/factory.ts';
import { sandboxAppId, sandboxTemplate } from '../../test/test-sandbox.ts';
import { startTestServer, type TestServer } from '../../test/test-server.ts';
import { pushToken, signedQuery } from '../../test/wechat-push.ts';
import { BindingsService } from '../logins/bindings.service.ts';
import { SubscriptionsService } from './subscriptions.service.ts';

const [minute, day] = [60_000, 86_400_000];
const monday = Date.parse('2026-11-23T08:00:00+08:00');

let server: TestServer;
let town: MadeTown;
let reader: Actor;
let openid: string;

beforeAll(async () => {
  server = await startTestServer({ wechat: true });
  town = await server.make.town();
});
afterAll(() => server.close());
beforeEach(async () => {
  server.at(monday);
  [reader, openid] = await newReader();
});

async function newReader(using?: string): Promise<[Actor, string]> {
  const actor = await server.make.actor({ town });
  const bound = using ?? `o${randomUUID()}`;
  await server.make.act(town, () => server.get(BindingsService).bind(actor.member, bound));
  return [actor, bound];
}

/** Logged in anew: weeks may have passed. */
const phoneOf = ({ member }: Actor): Promise<Api> => server.make.login(member);
const tap = async (clientId: string = randomUUID(), by = reader) => (await phoneOf(by)).call('addSubscriptionAnswer', { body: { clientId, answers: { [sandboxTemplate]: 'accept' } } });
const credits = async (of = reader): Promise<number> => (await (await phoneOf(of)).call('getMySubscription')).credits;

interface Told {
  readonly at?: number;
  readonly template?: string;
  readonly by?: string;
}
async function tell(Event: string, status: 'accept' | 'reject', { at = server.now(), template = sandboxTemplate, by = openid }: Told = {}): Promise<void> {
  const CreateTime = String(Math.floor(at / 1_000));
  const body = JSON.stringify({ FromUserName: by, CreateTime, MsgType: 'event', Event, List: { TemplateId: template, SubscribeStatusString: status } });
  await server.api.call('receiveWechatPush', { query: signedQuery(server.now()), body });
  await server.runJob('wechat-events');
}
const popup = (told?: Told) => tell('subscribe_msg_popup_event', 'accept', told);
const turnedOff = (told?: Told) => tell('subscribe_msg_change_event', 'reject', told);

describe('An accept', () => {
  test('that the phone reports and WeChat tells of counts once, whichever comes first', async () => {
    await tap();
    await popup();
    expect(await credits()).toBe(1);
    [reader, openid] = await newReader();
    await popup();
    await tap();
    expect(await credits()).toBe(1);
  });

  test('whose report got lost counts by WeChat’s word', async () => {
    await popup();
    expect(await credits()).toBe(1);
  });

  test('of each week is one more', async () => {
    for (let week = 0; week < 3; week += 1) {
      server.at(monday + week * 7 * day);
      await tap();
      await popup();
    }
    expect(await credits()).toBe(3);
  });

  test('without a popup, because the choice is always kept, counts by the phone’s word', async () => {
    await popup();
    for (let week = 0; week < 3; week += 1) {
      server.at(monday + week * 7 * day);
      await tap();
    }
    expect(await credits()).toBe(3);
  });

  test('on a WeChat that a household shares is credited to whoever tapped', async () => {
    const [fellow] = await newReader(openid);
    await tap();
    await popup();
    expect([await credits(), await credits(fellow)]).toEqual([1, 0]);
  });

  test('of another template, of a stranger, or a refusal in the popup changes nothing', async () => {
    await popup({ template: 'of last year' });
    await popup({ by: 'o-nobody-here' });
    await tell('subscribe_msg_popup_event', 'reject');
    expect(await credits()).toBe(0);
  });
});

describe('Messages that are turned off in WeChat’s settings', () => {
  test('leave no credit, and the next accept is one again', async () => {
    await tap();
    server.at(monday + minute);
    await turnedOff();
    expect(await credits()).toBe(0);
    server.at(monday + 2 * minute);
    await tap();
    await popup();
    expect(await credits()).toBe(1);
  });

  test('are off for everybody who uses that WeChat', async () => {
    const [fellow] = await newReader(openid);
    await tap();
    await tap(randomUUID(), fellow);
    server.at(monday + minute);
    await turnedOff();
    expect([await credits(), await credits(fellow)]).toEqual([0, 0]);
  });

  test('do not take what was accepted after it, though WeChat tells of it late', async () => {
    await tap();
    server.at(monday + 2 * minute);
    await tap();
    await turnedOff({ at: monday + minute });
    expect(await credits()).toBe(1);
  });
});

describe('From a phone to the ledger', () => {
  beforeEach(() => {
    ({ openid } = server.sandbox.createUser({ nickname: '林谷雨' }));
    return server.make.act(town, () => server.get(BindingsService).bind(reader.member, openid));
  });
  const arrived = async (): Promise<number> => {
    await server.sandbox.pushesSettled();
    await server.runJob('wechat-events');
    return credits();
  };

  test.each(['json', 'wrapped-json', 'xml'] as const)('what is tapped and turned off in WeChat is known here, told twice and as %s', async (shape) => {
    server.sandbox.setPush(sandboxAppId, { url: `${server.url}/api/wechat/events`, token: pushToken });
    server.sandbox.setPushManner({ shape, copies: 2 });
    server.sandbox.answerSubscriptions(openid, { answers: { [sandboxTemplate]: 'accept' } });
    expect(await arrived()).toBe(1);
    server.at(monday + minute);
    server.sandbox.keepAnswer(openid, sandboxTemplate, 'reject');
    expect(await arrived()).toBe(0);
    expect(server.sandbox.pushes().slice(0, 4).map(({ taken, tries }) => [taken, tries])).toEqual(Array.from({ length: 4 }, () => [true, 1]));
  });
});

test('A message that WeChat refuses (43101) leaves no credit; an event from before it brings none back', async () => {
  await tap();
  server.at(monday + minute);
  await server.make.act(town, () => server.get(SubscriptionsService).clear(town.scope, reader.member.id, sandboxTemplate));
  expect(await credits()).toBe(0);
  await popup({ at: monday });
  expect(await credits()).toBe(0);
  await tap();
  expect(await credits()).toBe(1);
});

test('In whatever order the reports of a year come, and however often, the credits are the same', async () => {
  type Happening = { kind: 'both' | 'tap' | 'event' | 'off'; week: number };
  const happening = fc.record({ kind: fc.constantFrom<Happening['kind']>('both', 'tap', 'event', 'off'), week: fc.integer({ min: 0, max: 7 }) });
  const year = fc.uniqueArray(happening, { minLength: 1, maxLength: 6, selector: ({ week }) => week });
  const reportsOf = ({ kind, week }: Happening): (() => Promise<unknown>)[] => {
    const at = monday + week * 7 * day;
    const clientId = randomUUID();
    const tapped = () => (server.at(at + minute), tap(clientId));
    const told = () => (server.at(at + minute), popup({ at }));
    if (kind === 'off') return [() => (server.at(at + minute), turnedOff({ at }))];
    return kind === 'both' ? [tapped, told] : [kind === 'tap' ? tapped : told];
  };
  await fc.assert(
    fc.asyncProperty(year, fc.infiniteStream(fc.nat(1_000)), async (happenings, chance) => {
      [reader, openid] = await newReader();
      const reports = happenings.flatMap(reportsOf);
      const often = [...reports, ...reports].map((report) => ({ report, place: chance.next().value ?? 0 })).sort((left, right) => left.place - right.place);
      for (const { report } of often) await report();
      const lastOff = Math.max(-1, ...happenings.filter(({ kind }) => kind === 'off').map(({ week }) => week));
      expect(await credits()).toBe(happenings.filter(({ kind, week }) => kind !== 'off' && week > lastOff).length);
    }),
    { numRuns: 12 },
  );
});
