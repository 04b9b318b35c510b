import fc from 'fast-check';
import { weekClosesAt } from '@weidangxiao/shared/rules/week.ts';
import { randomUUID } from 'node:crypto';
import type { Api } from '../../test/api.ts';
import type { Actor, MadeTown } from '../../test/factory.ts';
import { inTheSameMoment } from '../../test/same-moment.ts';
import { sendTheme } from '../../test/sent-themes.ts';
import { startTestServer, type TestServer } from '../../test/test-server.ts';
import { CheckInsService } from './check-ins.service.ts';

// PROMISES 3: whatever a member's two phones and the leader send, in whatever order, however often, with replies lost:
// the server ends in the state of this model.

const start = Date.parse('2026-11-24T15:00:00+08:00');
const day = 86_400_000;
const mondays = ['2026-11-16', '2026-11-23', '2026-11-30'] as const;
const sentAt = (monday: string): number => Date.parse(`${monday}T08:00:00+08:00`);

interface Item {
  readonly clientId: string;
  readonly monday: string;
  readonly text: string;
}
interface Kept extends Item {
  kind: 'text' | 'paper';
  state: 'counts' | 'late' | 'refused';
}

/** The rules of a check-in without a server around them. */
class Model {
  readonly kept: Kept[] = [];
  now = start;

  answerTo(item: Item, kind: Kept['kind']): string {
    if (this.kept.some(({ clientId }) => clientId === item.clientId)) return 'ok';
    if (this.kept.some(({ monday, state }) => monday === item.monday && state !== 'refused')) return 'CHECK_IN_EXISTS';
    return this.now < sentAt(item.monday) ? 'WEEK_NOT_OPEN' : 'ok';
  }

  take(item: Item, kind: Kept['kind'] = 'text'): string {
    const answer = this.answerTo(item, kind);
    const isNew = answer === 'ok' && !this.kept.some(({ clientId }) => clientId === item.clientId);
    if (isNew) this.kept.push({ ...item, kind, state: kind === 'text' && this.now >= weekClosesAt(item.monday) ? 'late' : 'counts' });
    return answer;
  }

  waiting(): Kept | undefined {
    return this.kept.find(({ state }) => state === 'late');
  }
}

type Step =
  | { do: 'send'; phone: 0 | 1; item: number; times: number; lost: boolean }
  | { do: 'race'; monday: number }
  | { do: 'paper'; monday: number }
  | { do: 'decide'; accept: boolean }
  | { do: 'wait'; days: number };

const itemIndex = fc.nat(5);
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    { weight: 5, arbitrary: fc.record({ do: fc.constant('send' as const), phone: fc.constantFrom(0 as const, 1 as const), item: itemIndex, times: fc.integer({ min: 1, max: 3 }), lost: fc.boolean() }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('race' as const), monday: fc.nat(2) }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('paper' as const), monday: fc.nat(2) }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('decide' as const), accept: fc.boolean() }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('wait' as const), days: fc.constantFrom(1, 6, 9) }) },
  ),
  { minLength: 4, maxLength: 14 },
);

let server: TestServer;
let town: MadeTown;
let leader: Actor;

beforeAll(async () => {
  server = await startTestServer();
  town = await server.make.town();
  leader = await server.make.actor({ town, roles: ['leader'] });
  for (const monday of mondays) await sendTheme(server, town, monday);
});
afterAll(() => server.close());

/** One member with two phones, their leader, and the model beside them. */
class Play {
  readonly model = new Model();
  /** Two things to say for every Monday. */
  readonly items: Item[] = [0, 1, 2, 3, 4, 5].map((at) => ({ clientId: randomUUID(), monday: mondays[at % 3] ?? mondays[0], text: `第${at}句` }));
  private constructor(
    readonly me: Actor,
    private phones: [Api, Api],
    private boss: Api,
  ) {}

  static async begin(): Promise<Play> {
    server.at(start);
    const me = await server.make.actor({ town, groupId: leader.member.groupId });
    return new Play(me, [me.api, await server.make.login(me.member)], await server.make.login(leader.member));
  }

  async step(step: Step): Promise<void> {
    if (step.do === 'send') return this.send(step);
    if (step.do === 'race') return this.race(step.monday);
    if (step.do === 'paper') return this.paper(mondays[step.monday] ?? mondays[0]);
    if (step.do === 'decide') return this.decide(step.accept);
    return this.wait(step.days);
  }

  /** The outbox sends until it has heard an answer; an answer that was lost changes nothing. */
  private async send({ phone, item, times, lost }: Extract<Step, { do: 'send' }>): Promise<void> {
    const one = this.item(item);
    if (lost) await this.cutOff(this.phones[phone], one);
    const codes = await Promise.all(Array.from({ length: times }, () => this.post(this.phones[phone], one)));
    expect(new Set(codes)).toEqual(new Set([this.model.take(one)]));
  }

  /** Two phones in the same moment: which one is faster is open, that only one of two new ones stays is not. */
  private async race(monday: number): Promise<void> {
    const [first, second] = [this.item(monday), this.item(monday + 3)];
    const codes = await inTheSameMoment(server, () => Promise.all([this.post(this.phones[0], first), this.post(this.phones[1], second)]));
    const winnerFirst = codes[0] === 'ok' ? [first, second] : [second, first];
    const expected = new Map(winnerFirst.map((item) => [item.clientId, this.model.take(item)]));
    expect(codes).toEqual([expected.get(first.clientId), expected.get(second.clientId)]);
  }

  private async paper(monday: string): Promise<void> {
    const item = { clientId: randomUUID(), monday, text: '纸条' };
    const seenOn = new Date(server.now() + 8 * 3_600_000).toISOString().slice(0, 10);
    if (seenOn < monday) return;
    const sent = { params: { id: this.me.member.id }, body: { ...item, seenOn } };
    const expected = this.model.take(item, 'paper');
    for (const _ of [1, 2]) expect(await this.boss.codeOf('createPaperNote', sent)).toBe(expected);
  }

  private async decide(accept: boolean): Promise<void> {
    const late = this.model.waiting();
    if (!late) return;
    const row = (await this.list()).find(({ text, monday, state }) => text === late.text && monday === late.monday && state === 'late');
    const sent = { params: { id: row?.id ?? '' }, body: { accept, reason: accept ? null : '再写具体些' } };
    for (const _ of [1, 2]) expect(await this.boss.codeOf('decideLateCheckIn', sent)).toBe('ok');
    late.state = accept ? 'counts' : 'refused';
  }

  /** Logins that nobody used for a week are over by then: everybody comes in anew. */
  private async wait(days: number): Promise<void> {
    this.model.now += days * day;
    server.at(this.model.now);
    this.phones = [await server.make.login(this.me.member), await server.make.login(this.me.member)];
    this.boss = await server.make.login(leader.member);
  }

  async list() {
    return (await this.phones[0].call('listMyCheckIns', { query: { pageSize: 100 } })).items;
  }

  private item(at: number): Item {
    const item = this.items[at];
    if (!item) throw new Error(`no item ${at}`);
    return item;
  }

  private body(item: Item) {
    const { clientId, monday, text } = item;
    return { clientId, monday, capturedAt: start, takeaway: { kind: 'text' as const, text } };
  }

  private post(phone: Api, item: Item): Promise<string> {
    return phone.codeOf('createCheckIn', { body: this.body(item) });
  }

  /** The request is on its way when the line goes dead. */
  private async cutOff(phone: Api, item: Item): Promise<void> {
    const line = new AbortController();
    const headers = { authorization: `Bearer ${phone.token}`, 'content-type': 'application/json' };
    const request = fetch(new URL('/api/check-ins', server.url), { method: 'POST', headers, body: JSON.stringify(this.body(item)), signal: line.signal }).catch(() => null);
    setImmediate(() => line.abort());
    await request;
  }
}

test('any order, repetition, lost replies and two phones end in the state of the model', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (all) => {
      const play = await Play.begin();
      for (const step of all) await play.step(step);
      const kept = (await play.list()).map(({ monday, kind, text, state }) => [monday, kind, text, state].join(' ')).sort();
      expect(kept).toEqual(play.model.kept.map(({ monday, kind, text, state }) => [monday, kind, text, state].join(' ')).sort());
      const facts = await server.get(CheckInsService).factsOf(town.scope, play.me.member.id, mondays);
      expect(facts.flatMap(({ monday, state }) => (state === 'counts' ? [monday] : [])).sort()).toEqual(play.model.kept.filter(({ state }) => state === 'counts').map(({ monday }) => monday).sort());
    }),
    { numRuns: 30 },
  );
}, 120_000);
