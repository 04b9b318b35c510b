import { Injectable } from '@nestjs/common';
import { BindingsService } from '../logins/bindings.service.ts';
import type { SystemScope } from '../platform/access/scope.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Database } from '../platform/database/database.ts';
import type { SendOutcome } from '../platform/wechat/subscribe-message.ts';
import { SubscriptionsService } from '../subscriptions/subscriptions.service.ts';
import { type Outcome, outcomeOf } from './doorbell-outcome.ts';
import type { OwnReason } from './doorbell-reasons.ts';
import type { Doorbell } from './doorbell.entity.ts';
import { DoorbellsRepository } from './doorbells.repository.ts';

/** A doorbell to ring now: leased, its credit taken. */
export interface Ring {
  readonly doorbell: Doorbell;
  readonly openid: string;
}

export interface Batch {
  readonly token: string;
  /** How many were claimed, those that cannot be rung included. */
  readonly claimed: number;
  readonly rings: readonly Ring[];
}

const batchSize = 200;

/** The book of doorbells: who may ring which, with whose credit, and what became of it. No network in here. */
@Injectable()
export class DoorbellLedgerService {
  constructor(
    private readonly doorbells: DoorbellsRepository,
    private readonly bindings: BindingsService,
    private readonly subscriptions: SubscriptionsService,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Some that are due, each with a credit taken. Whoever has no WeChat that can be read, or no credit, is settled on the way. */
  claim(scope: SystemScope, pushId: string, lost: readonly string[]): Promise<Batch> {
    return this.database.write(async () => {
      const { token, doorbells } = await this.doorbells.claim(scope, { pushId, which: { dueAt: this.clock.now() }, lost, limit: batchSize });
      const openids = await this.bindings.openIdsOf(scope, membersOf(doorbells));
      const [bound, unbound] = parted(doorbells, ({ memberId }) => openids.has(memberId));
      const [readable, unreadable] = parted(bound, ({ memberId }) => openids.get(memberId) !== null);
      await this.settle(scope, unbound, 'unbound');
      await this.settle(scope, unreadable, 'failed', 'unreadable');
      const credited = await this.withCredit(scope, readable);
      const rings = credited.map((doorbell) => ({ doorbell, openid: openids.get(doorbell.memberId) ?? '' }));
      return { token, claimed: doorbells.length, rings };
    });
  }

  /** Each result by itself, before the next message: a crash repeats at most the one that was on its way. */
  async record(scope: SystemScope, token: string, { id, memberId, attempts }: Doorbell, sent: SendOutcome): Promise<Outcome> {
    const outcome = outcomeOf(sent, attempts + 1);
    await this.database.write(async () => {
      const { state, reason, waitMs, credit } = outcome;
      const settledAt = state === 'waiting' ? null : this.clock.now();
      const msgid = sent.state === 'sent' ? sent.msgid : null;
      const changes = { state, reason, msgid, settledAt, attempts: attempts + 1, nextAt: this.clock.now() + waitMs, credited: credit === 'held' || credit === 'spent' };
      if (!(await this.doorbells.record(scope, id, token, changes))) return;
      if (credit === 'back') await this.subscriptions.giveBack(scope, [memberId]);
      if (credit === 'none') await this.subscriptions.clear(scope, memberId);
    });
    return outcome;
  }

  release(scope: SystemScope, token: string): Promise<void> {
    return this.database.write(() => this.doorbells.release(scope, token));
  }

  postpone(scope: SystemScope, pushId: string, waitMs: number, reason: OwnReason): Promise<void> {
    return this.database.write(() => this.doorbells.postpone(scope, pushId, this.clock.now() + waitMs, reason));
  }

  /** Those that will not ring any more; credits go back. Without a `reason` each keeps the one that it has. */
  async giveUp(scope: SystemScope, pushId: string, which: 'tried' | 'all', lost: readonly string[], reason?: OwnReason): Promise<void> {
    let claimed = batchSize;
    while (claimed === batchSize) {
      claimed = await this.database.write(async () => {
        const { doorbells } = await this.doorbells.claim(scope, { pushId, which, lost, limit: batchSize });
        await this.settle(scope, doorbells, 'failed', reason);
        return doorbells.length;
      });
    }
  }

  private async withCredit(scope: SystemScope, bound: readonly Doorbell[]): Promise<Doorbell[]> {
    const [held, bare] = parted(bound, ({ credited }) => credited);
    const taken = await this.subscriptions.take(scope, membersOf(bare));
    const [fresh, none] = parted(bare, ({ memberId }) => taken.has(memberId));
    await this.doorbells.update(scope, idsOf(fresh), { credited: true });
    await this.settle(scope, none, 'no_credit');
    return [...held, ...fresh];
  }

  private async settle(scope: SystemScope, doorbells: readonly Doorbell[], state: Doorbell['state'], reason?: OwnReason): Promise<void> {
    const [credited] = parted(doorbells, (doorbell) => doorbell.credited);
    await this.doorbells.update(scope, idsOf(doorbells), { state, settledAt: this.clock.now(), leaseToken: null, credited: false, ...(reason && { reason }) });
    await this.subscriptions.giveBack(scope, membersOf(credited));
  }
}

function parted<T>(items: readonly T[], fits: (item: T) => boolean): [T[], T[]] {
  return [items.filter(fits), items.filter((item) => !fits(item))];
}

const idsOf = (doorbells: readonly Doorbell[]): string[] => doorbells.map(({ id }) => id);
const membersOf = (doorbells: readonly Doorbell[]): string[] => doorbells.map(({ memberId }) => memberId);
