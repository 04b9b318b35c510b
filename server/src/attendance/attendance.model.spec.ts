import { type Mark, type RollStatus, rollStatuses, settle } from '@weidangxiao/shared/rules/attendance.ts';
import fc from 'fast-check';
import { randomUUID } from 'node:crypto';
import type { Api } from '../../test/api.ts';
import { Meeting } from '../../test/sessions.ts';
import { startTestServer, type TestServer } from '../../test/test-server.ts';
import { AttendanceService } from './attendance.service.ts';

// PROMISES 3: two phones call the same roll without a network and upload whenever they like, in any order, in pieces,
// again and again, the server killed before the commit or after it and before the reply, members scanning in between:
// everybody ends with what the rule says of the set of marks.

interface PhoneMark extends Mark {
  readonly memberId: string;
  readonly status: RollStatus | null;
}

type Step =
  | { do: 'tap'; phone: 0 | 1; member: 0 | 1; status: RollStatus | null }
  | { do: 'upload'; phone: 0 | 1; order: number; pieces: 1 | 2; killed: 'never' | 'before' | 'after' }
  | { do: 'look'; phone: 0 | 1 }
  | { do: 'scan'; member: 0 | 1 }
  | { do: 'restart'; phone: 0 | 1 };

const phone = fc.constantFrom(0 as const, 1 as const);
const member = fc.constantFrom(0 as const, 1 as const);
const status = fc.constantFrom<RollStatus | null>(...rollStatuses, null);
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: fc.record({ do: fc.constant('tap' as const), phone, member, status }) },
    { weight: 4, arbitrary: fc.record({ do: fc.constant('upload' as const), phone, order: fc.nat(23), pieces: fc.constantFrom(1 as const, 2 as const), killed: fc.constantFrom('never' as const, 'before' as const, 'after' as const) }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('look' as const), phone }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('scan' as const), member }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('restart' as const), phone }) },
  ),
  { minLength: 3, maxLength: 18 },
);

let server: TestServer;
let meeting: Meeting;
let killNext: 'never' | 'before' | 'after' = 'never';

beforeAll(async () => {
  server = await startTestServer();
  meeting = await Meeting.in(server, 2);
  const attendance = server.get(AttendanceService);
  const mark = attendance.mark.bind(attendance);
  attendance.mark = async (...given) => {
    const killed = killNext;
    killNext = 'never';
    if (killed === 'before') throw new Error('killed before the commit');
    const answer = await mark(...given);
    if (killed === 'after') throw new Error('killed before the reply');
    return answer;
  };
});
afterAll(() => server.close());

/** What a phone keeps over a restart: marks that stand by its last look, and its own that no answer has come for. */
class Phone {
  seen: PhoneMark[] = [];
  readonly outbox: PhoneMark[] = [];
  private made = 0;

  constructor(
    readonly api: Api,
    private readonly sessionId: string,
  ) {}

  tap(memberId: string, wanted: RollStatus | null): void {
    const { standing } = settle(this.marksOf(memberId));
    this.made += 1;
    this.outbox.push({ id: randomUUID(), memberId, status: wanted, way: 'roll', order: 1_000_000 + this.made, over: standing.map(({ id }) => id) });
  }

  marksOf(memberId: string): PhoneMark[] {
    return [...this.seen, ...this.outbox].filter((mark) => mark.memberId === memberId);
  }

  async look(): Promise<void> {
    const { items } = await this.api.call('listAttendance', { params: { id: this.sessionId } });
    this.seen = items.flatMap(({ member: { memberId }, standing }) => standing.map((mark, order) => ({ ...mark, status: mark.status as RollStatus | null, memberId, order, over: [] })));
  }

  /** Not answered: it stays in the outbox, whether the server has it or not. */
  async send(marks: readonly PhoneMark[]): Promise<boolean> {
    const body = { marks: marks.map(({ id, memberId, status: sent, over }) => ({ id, memberId, status: sent, capturedAt: server.now(), over: [...over] })) };
    const reply = await this.api.send('markAttendance', { params: { id: this.sessionId }, body });
    if (reply.status >= 400) return false;
    for (const { id } of marks) this.seen.push(...this.outbox.splice(this.outbox.findIndex((mark) => mark.id === id), 1));
    return true;
  }
}

/** The session with its two phones, and the set of marks that the server should hold. */
class Play {
  readonly held: PhoneMark[] = [];
  private constructor(
    readonly sessionId: string,
    private readonly digits: string,
    readonly phones: readonly [Phone, Phone],
  ) {}

  static async begin(): Promise<Play> {
    server.at('2026-11-24T19:30:00+08:00');
    const { id } = await meeting.opened({ despiteOverlap: true });
    const { digits } = await meeting.leader.api.call('createSignInCode', { params: { id } });
    return new Play(id, digits, [new Phone(meeting.leader.api, id), new Phone(meeting.admin.api, id)]);
  }

  async step(step: Step): Promise<void> {
    if (step.do === 'tap') return this.phones[step.phone].tap(this.memberId(step.member), step.status);
    if (step.do === 'look') return this.phones[step.phone].look();
    if (step.do === 'upload') return this.upload(step);
    if (step.do === 'scan') return this.scan(this.memberId(step.member));
    this.phones[step.phone].seen = [];
  }

  private async upload({ phone: which, order, pieces, killed }: Extract<Step, { do: 'upload' }>): Promise<void> {
    const { outbox } = this.phones[which];
    const turned = [...outbox.slice(order % (outbox.length || 1)), ...outbox.slice(0, order % (outbox.length || 1))];
    const size = Math.max(1, Math.ceil(turned.length / pieces));
    for (let at = 0; at < turned.length; at += size) {
      const marks = turned.slice(at, at + size);
      killNext = killed;
      const answered = await this.phones[which].send(marks);
      expect(answered).toBe(killed === 'never');
      if (killed !== 'before') this.hold(marks);
    }
  }

  private async scan(memberId: string): Promise<void> {
    const actor = meeting.members.find((one) => one.member.id === memberId);
    const id = randomUUID();
    const before = settle(this.of(memberId));
    const answer = await actor?.api.call('createSignIn', { body: { id, by: { kind: 'digits', digits: this.digits }, capturedAt: server.now() } });
    if (before.status !== null) expect(answer).toMatchObject({ result: 'already', status: before.status });
    else this.hold([{ id, memberId, status: 'present', way: 'digits', order: 0, over: before.standing.map((mark) => mark.id) }]);
  }

  /** In the order of receipt; what is there already keeps its place. */
  private hold(marks: readonly PhoneMark[]): void {
    for (const mark of marks) if (!this.held.some(({ id }) => id === mark.id)) this.held.push({ ...mark, order: this.held.length });
  }

  of(memberId: string): PhoneMark[] {
    return this.held.filter((mark) => mark.memberId === memberId);
  }

  async check(): Promise<void> {
    const roll = await meeting.roll(this.sessionId);
    for (const { member: { id } } of meeting.members) {
      const expected = settle(this.of(id));
      const row = roll.get(id);
      expect({ status: row?.status, differs: row?.differs, standing: row?.standing.map((mark) => mark.id) }).toEqual({ status: expected.status, differs: expected.differs, standing: expected.standing.map((mark) => mark.id) });
      for (const one of this.phones) expect(settle(one.marksOf(id)).status).toBe(expected.status);
    }
  }

  /** Both phones find a network, send what they have and look. */
  async settleDown(): Promise<void> {
    for (const which of [0, 1] as const) await this.upload({ do: 'upload', phone: which, order: 0, pieces: 1, killed: 'never' });
    for (const one of this.phones) await one.look();
  }

  memberId(at: 0 | 1): string {
    return meeting.member(at).member.id;
  }
}

test('two phones, any interleaving, repetitions, lost replies and scans end in what the rule says of the set of marks', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (all) => {
      const play = await Play.begin();
      for (const step of all) await play.step(step);
      await play.settleDown();
      await play.check();
      const { counts } = await meeting.leader.api.call('getStudySession', { params: { id: play.sessionId } });
      const there = [play.memberId(0), play.memberId(1)].filter((id) => ['present', 'late', 'left_early'].includes(settle(play.of(id)).status ?? ''));
      expect(counts?.attended).toBe(there.length);
      // Everything once more changes nothing.
      const again = new Phone(meeting.leader.api, play.sessionId);
      again.outbox.push(...play.held.filter(({ way }) => way === 'roll').reverse());
      if (again.outbox.length > 0) await again.send([...again.outbox]);
      await play.check();
    }),
    { numRuns: 25 },
  );
}, 180_000);

test('what a phone could not send before the close-out ends in the same set', async () => {
  const play = await Play.begin();
  const [one, other] = play.phones;
  one.tap(play.memberId(0), 'present');
  other.tap(play.memberId(0), 'absent');
  await play.step({ do: 'upload', phone: 0, order: 0, pieces: 1, killed: 'after' });
  const late = [...other.outbox];
  const body = { marks: late.map(({ id, memberId, status: sent }) => ({ id, memberId, status: sent, capturedAt: server.now(), over: [] })) };
  server.at('2026-11-24T21:00:00+08:00');
  await meeting.leader.api.call('closeStudySession', { params: { id: play.sessionId }, body: meeting.closing() });
  await meeting.admin.api.call('markAttendance', { params: { id: play.sessionId }, body });
  expect((await meeting.roll(play.sessionId)).get(play.memberId(0))).toMatchObject({ status: 'absent', differs: true });
});
