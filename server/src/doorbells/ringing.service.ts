import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { mayRingAt } from '@weidangxiao/shared/rules/doorbell.ts';
import { setTimeout as pause } from 'node:timers/promises';
import { hostScope, systemScope } from '../platform/access/mint.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Config } from '../platform/config/config.ts';
import { oneByOne } from '../platform/jobs/one-by-one.ts';
import { SeenLeases } from '../platform/jobs/seen-leases.ts';
import { Log } from '../platform/log/log.ts';
import { readied, type ReadyMessage } from '../platform/wechat/subscribe-message.ts';
import { WeChat } from '../platform/wechat/wechat.ts';
import { TownsService } from '../towns/towns.service.ts';
import { type Claimed, DoorbellLedgerService, type Result } from './doorbell-ledger.service.ts';
import { messageOf } from './doorbell-message.ts';
import { barrierIn } from './doorbell-outcome.ts';
import { claimSize, DoorbellPace } from './doorbell-pace.ts';
import { DoorbellRoundsRepository } from './doorbell-rounds.repository.ts';
import type { DoorbellRound } from './doorbell-round.entity.ts';
import { DoorbellsRepository } from './doorbells.repository.ts';
import { type Queued, RingQueue } from './ring-queue.ts';
import type { Turn } from './ring-turns.ts';
import { RingResults } from './ring-results.ts';

interface Ring extends Claimed, Queued {
  /** So that no second has more than its share. */
  waitMs(): number;
}

const restMs = 60_000;

/** What a run knows while it goes on. */
interface Run {
  /** Those that may have something due, each in its turn. */
  readonly sources: DoorbellRound[];
  readonly lost: readonly string[];
  /** What goes out in each round, by its id. */
  readonly messages: ReadonlyMap<string, ReadyMessage>;
  readonly results: RingResults<Result>;
  /** Taken by a lane, and their slot came too late for the lease. */
  readonly late: Ring[];
  /** Answers in a row that nobody else would have got through either. */
  blocked: number;
  /** Why the run stopped before its end. */
  barrier: string | null;
}

/** Rings what waits, between 07:00 and 21:00, in every town and of every kind. Whatever happens here, what is announced stands. */
@Injectable()
export class RingingService implements OnModuleDestroy {
  private readonly leases: SeenLeases;
  /** Messages on their way at once, in one replica. */
  private readonly lanes: number;
  private stopping = false;
  private last: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly rounds: DoorbellRoundsRepository,
    private readonly doorbells: DoorbellsRepository,
    private readonly ledger: DoorbellLedgerService,
    private readonly pace: DoorbellPace,
    private readonly towns: TownsService,
    private readonly wechat: WeChat,
    private readonly clock: Clock,
    private readonly log: Log,
    config: Config,
  ) {
    this.lanes = config.doorbellLanes;
    this.leases = new SeenLeases(config.doorbellLeaseMs, (config.wechat?.timeoutMs ?? 0) + config.lockWaitMs, () => clock.real());
  }

  onModuleDestroy(): void {
    this.stopping = true;
  }

  /** Every open round, and what was left behind: leases of replicas that are gone, tries whose pause is over. */
  ringAll(): Promise<void> {
    return this.inTurn(async () => this.work(await this.rounds.open(hostScope())));
  }

  /** One round of which somebody said that something is due. */
  ringRound({ townId, roundId }: Turn): Promise<void> {
    return this.inTurn(async () => {
      const round = await this.rounds.one(systemScope(townId, 'doorbells'), roundId);
      if (round && round.settledAt === null) await this.work([round]);
    });
  }

  /** One after the other, so that a replica never has more than its lanes. */
  private inTurn(work: () => Promise<void>): Promise<void> {
    const turn = this.last.then(work);
    this.last = turn.catch(() => undefined);
    return turn;
  }

  private async work(open: readonly DoorbellRound[]): Promise<void> {
    if (open.length === 0) return;
    const lost = this.leases.lostAmong(await this.doorbells.leases(hostScope()));
    const due: DoorbellRound[] = [];
    const messages = new Map<string, ReadyMessage>();
    await oneByOne(open, async (round) => {
      const message = this.stopping ? null : await this.messageToRing(round, lost);
      if (!message) return;
      due.push(round);
      messages.set(round.id, message);
    });
    if (due.length > 0) await this.ring(due, messages, lost);
    await oneByOne(open, (round) => this.settle(round));
  }

  /** What to ring with now. Gives up what cannot or should not ring, and answers null then, or while the round rests. */
  private async messageToRing(round: DoorbellRound, lost: readonly string[]): Promise<ReadyMessage | null> {
    const now = this.clock.now();
    const message = await this.messageFor(round);
    if (!message) await this.ledger.giveUp(round, 'all', lost, 'off');
    else if (now >= round.endsAt) await this.ledger.giveUp(round, 'all', lost, round.kind === 'theme' ? 'week_over' : 'over');
    else if (round.state === 'cancelled') await this.ledger.giveUp(round, 'all', lost, 'cancelled');
    else if ('invalid' in message) await this.ledger.giveUp(round, 'all', lost, 'unsayable');
    // What was tried by day and did not get through is not tried again at another day's time.
    else if (!mayRingAt(now)) await this.ledger.giveUp(round, 'tried', lost);
    else return round.state === 'ringing' ? message : null;
    return null;
  }

  /** Null where the host has no template for it. Which value WeChat would refuse for everybody is known before a credit is taken. */
  private async messageFor(round: DoorbellRound): Promise<ReturnType<typeof readied> | null> {
    const template = this.wechat.templateOf(round.kind);
    if (!template) return null;
    const { schoolName } = await this.towns.own(systemScope(round.townId, 'doorbells'));
    const message = readied(messageOf(round.announcement, schoolName, template));
    if ('invalid' in message) this.log.warn('A field of a template takes no such value', { townId: round.townId, roundId: round.id, kind: round.kind, field: message.invalid });
    return message;
  }

  private async settle(round: DoorbellRound): Promise<void> {
    if (!(await this.ledger.settleRound(round))) return;
    const scope = systemScope(round.townId, 'doorbells');
    this.log.info('The doorbells of a round are settled', { townId: round.townId, roundId: round.id, kind: round.kind, doorbells: await this.doorbells.counts(scope, round.id) });
  }

  private async ring(due: readonly DoorbellRound[], messages: Run['messages'], lost: readonly string[]): Promise<void> {
    const run: Run = { sources: [...due], lost, messages, results: new RingResults((results) => this.ledger.record(results)), late: [], blocked: 0, barrier: null };
    const isOver = (): boolean => this.stopping || run.barrier !== null;
    const queue = new RingQueue<Ring>({ more: () => this.more(run), isOver, now: () => this.clock.real() }, this.pace.isLimited ? this.lanes : claimSize);
    const lane = async (): Promise<void> => {
      for (let ring = await queue.next(); ring; ring = await queue.next()) await this.ringOne(run, ring).finally(() => queue.done(ring as Ring));
    };
    const ended = await Promise.allSettled(Array.from({ length: this.lanes }, lane));
    await this.ledger.release([...(await queue.left()), ...run.late]);
    if (run.barrier) for (const round of due) await this.ledger.postpone(round, restMs, run.barrier);
    for (const one of ended) if (one.status === 'rejected') throw one.reason;
  }

  /** From one source after the other, so that few wait behind many. */
  private async more(run: Run): Promise<Ring[] | null> {
    const round = run.sources.shift();
    if (!round) return null;
    const { limit, waitMs } = await this.pace.take();
    // Taken before the claim, so that the lease is never younger than this thinks.
    const stopAt = this.leases.stopBefore();
    const { found, rings } = await this.ledger.claim(round, run.lost, limit);
    if (found > 0) run.sources.push(round);
    return rings.map((ring, at) => ({ ...ring, stopAt, waitMs: () => waitMs(at) }));
  }

  private async ringOne(run: Run, ring: Ring): Promise<void> {
    const message = run.messages.get(ring.round.id);
    if (!message) return;
    const wait = ring.waitMs();
    if (wait > 0) await pause(wait);
    // Another replica may think the lease lost by now.
    if (wait > 0 && (this.stopping || this.clock.real() >= ring.stopAt)) return void run.late.push(ring);
    const sent = await this.wechat.sendReady(ring.openid, message);
    const barrier = barrierIn(sent);
    run.blocked = barrier ? run.blocked + 1 : 0;
    if (barrier && run.blocked >= this.lanes) run.barrier = barrier;
    await run.results.put({ ring, sent });
  }
}
