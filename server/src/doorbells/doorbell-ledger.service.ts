import { Injectable } from '@nestjs/common';
import type { OwnReason } from '@weidangxiao/shared/rules/doorbell-reasons.ts';
import { BindingsService } from '../logins/bindings.service.ts';
import { systemScope } from '../platform/access/mint.ts';
import type { SystemScope } from '../platform/access/scope.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Database } from '../platform/database/database.ts';
import type { SendOutcome } from '../platform/wechat/subscribe-message.ts';
import { WeChat } from '../platform/wechat/wechat.ts';
import { SubscriptionsService } from '../subscriptions/subscriptions.service.ts';
import { outcomeOf } from './doorbell-outcome.ts';
import { claimSize } from './doorbell-pace.ts';
import type { DoorbellRound } from './doorbell-round.entity.ts';
import type { Doorbell } from './doorbell.entity.ts';
import { DoorbellRoundsRepository } from './doorbell-rounds.repository.ts';
import { DoorbellsRepository } from './doorbells.repository.ts';

/** A doorbell to ring now: leased, its credit taken. */
export interface Claimed {
  readonly round: DoorbellRound;
  readonly doorbell: Doorbell;
  readonly token: string;
  readonly openid: string;
}

export interface Batch {
  /** How many were due, those included that somebody else was quicker to claim: none, and this round has nothing more now. */
  readonly found: number;
  readonly rings: readonly Claimed[];
}

export interface Result {
  readonly ring: Claimed;
  readonly sent: SendOutcome;
}

/** Results in one statement. */
const together = 64;

/** The book of doorbells: who may ring which, with whose credit, and what became of it. No network in here. */
@Injectable()
export class DoorbellLedgerService {
  constructor(
    private readonly rounds: DoorbellRoundsRepository,
    private readonly doorbells: DoorbellsRepository,
    private readonly bindings: BindingsService,
    private readonly subscriptions: SubscriptionsService,
    private readonly wechat: WeChat,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Some that are due, each with a credit taken. Whoever has no WeChat that can be read, or no credit, is settled on the way.
   * None of a round that was paused or stopped meanwhile.
   */
  claim(round: DoorbellRound, lost: readonly string[], limit = claimSize): Promise<Batch> {
    const scope = scopeOf(round);
    return this.database.write(async () => {
      if ((await this.rounds.one(scope, round.id))?.state !== 'ringing') return { found: 0, rings: [] };
      const { token, found, doorbells } = await this.doorbells.claim(scope, { roundId: round.id, which: { dueAt: this.clock.now() }, lost, limit });
      const openids = await this.bindings.openIdsOf(scope, membersOf(doorbells));
      const [bound, unbound] = parted(doorbells, ({ memberId }) => openids.has(memberId));
      const [readable, unreadable] = parted(bound, ({ memberId }) => openids.get(memberId) !== null);
      await this.settle(round, unbound, 'unbound');
      await this.settle(round, unreadable, 'failed', 'unreadable');
      const credited = await this.withCredit(round, readable);
      return { found, rings: credited.map((doorbell) => ({ round, doorbell, token, openid: openids.get(doorbell.memberId) ?? '' })) };
    });
  }

  /** Together, and before the lanes that wait for them go on: a crash repeats at most what was on its way. */
  record(results: readonly Result[]): Promise<void> {
    const [sent, others] = parted(results, (result) => result.sent.state === 'sent');
    return this.database.write(async () => {
      for (const some of grouped(sent)) await this.recordSent(some);
      for (const result of others) await this.recordOne(result);
    });
  }

  private async recordSent(results: readonly Result[]): Promise<void> {
    const [first] = results;
    if (!first) return;
    const msgids = new Map(results.map(({ ring, sent }) => [ring.doorbell.id, sent.state === 'sent' ? sent.msgid : null]));
    const tokens = new Set(results.map(({ ring }) => ring.token));
    await this.doorbells.recordSent(scopeOf(first.ring.round), [...tokens], msgids, this.clock.now());
  }

  private async recordOne({ ring: { round, token, doorbell }, sent }: Result): Promise<void> {
    const scope = scopeOf(round);
    const { id, memberId } = doorbell;
    const attempts = doorbell.attempts + 1;
    const { state, reason, waitMs, credit } = outcomeOf(sent, attempts, Math.random());
    const settledAt = state === 'waiting' ? null : this.clock.now();
    const changes = { state, reason, settledAt, attempts, nextAt: this.clock.now() + waitMs, credited: credit === 'held' };
    if (!(await this.doorbells.record(scope, id, token, changes))) return;
    if (credit === 'back') await this.subscriptions.giveBack(scope, [memberId], this.templateOf(round));
    if (credit === 'none') await this.subscriptions.clear(scope, memberId, this.templateOf(round));
  }

  /** What was claimed and not begun. */
  release(rings: readonly Claimed[]): Promise<void> {
    return this.database.write(async () => {
      const towns = Map.groupBy(rings, ({ round }) => round.townId);
      for (const [townId, theirs] of towns) await this.doorbells.release(systemScope(townId, 'doorbells'), [...new Set(theirs.map(({ token }) => token))]);
    });
  }

  postpone(round: DoorbellRound, waitMs: number, reason: string): Promise<void> {
    return this.database.write(() => this.doorbells.postpone(scopeOf(round), round.id, this.clock.now() + waitMs, reason));
  }

  /** Those that will not ring any more; credits go back. Without a `reason` each keeps the one that it has. */
  async giveUp(round: DoorbellRound, which: 'tried' | 'all', lost: readonly string[], reason?: OwnReason): Promise<void> {
    let due = claimSize;
    while (due === claimSize) {
      due = await this.database.write(async () => {
        const { found, doorbells } = await this.doorbells.claim(scopeOf(round), { roundId: round.id, which, lost, limit: claimSize });
        await this.settle(round, doorbells, 'failed', reason);
        return found;
      });
    }
  }

  /** Closes a round of which nothing waits, and answers whether it did. */
  async settleRound(round: DoorbellRound): Promise<boolean> {
    return this.database.write(async () => {
      const now = await this.rounds.one(scopeOf(round), round.id);
      if (!now?.filled || now.settledAt !== null || (await this.doorbells.isAnyWaiting(scopeOf(round), round.id))) return false;
      return this.rounds.change(scopeOf(round), now, { settledAt: this.clock.now() });
    });
  }

  private async withCredit(round: DoorbellRound, bound: readonly Doorbell[]): Promise<Doorbell[]> {
    const scope = scopeOf(round);
    const [held, bare] = parted(bound, ({ credited }) => credited);
    const taken = await this.subscriptions.take(scope, membersOf(bare), this.templateOf(round));
    const [fresh, none] = parted(bare, ({ memberId }) => taken.has(memberId));
    await this.doorbells.credit(scope, idsOf(fresh));
    await this.settle(round, none, 'no_credit');
    return [...held, ...fresh];
  }

  private async settle(round: DoorbellRound, doorbells: readonly Doorbell[], state: Doorbell['state'], reason?: OwnReason): Promise<void> {
    const scope = scopeOf(round);
    const [credited] = parted(doorbells, (doorbell) => doorbell.credited);
    await this.doorbells.update(scope, idsOf(doorbells), { state, settledAt: this.clock.now(), leaseToken: null, credited: false, ...(reason && { reason }) });
    await this.subscriptions.giveBack(scope, membersOf(credited), this.templateOf(round));
  }

  private templateOf({ kind }: DoorbellRound): string {
    return this.wechat.templateOf(kind)?.id ?? '';
  }
}

function scopeOf({ townId }: DoorbellRound): SystemScope {
  return systemScope(townId, 'doorbells');
}

/** Of one town each, a statement's worth at a time. */
function grouped(results: readonly Result[]): Result[][] {
  const towns = [...Map.groupBy(results, ({ ring }) => ring.round.townId).values()];
  return towns.flatMap((some) => Array.from({ length: Math.ceil(some.length / together) }, (_, at) => some.slice(at * together, (at + 1) * together)));
}

function parted<T>(items: readonly T[], fits: (item: T) => boolean): [T[], T[]] {
  return [items.filter(fits), items.filter((item) => !fits(item))];
}

const idsOf = (doorbells: readonly Doorbell[]): string[] => doorbells.map(({ id }) => id);
const membersOf = (doorbells: readonly Doorbell[]): string[] => doorbells.map(({ memberId }) => memberId);
