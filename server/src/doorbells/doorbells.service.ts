import { Injectable } from '@nestjs/common';
import { AppError } from '@weidangxiao/shared/errors.ts';
import { nextRingInstant } from '@weidangxiao/shared/rules/doorbell.ts';
import { type DoorbellKind, roundAfter, type RoundOrder } from '@weidangxiao/shared/rules/doorbell-round.ts';
import { randomUUID } from 'node:crypto';
import type { TownScope } from '../platform/access/scope.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Database } from '../platform/database/database.ts';
import type { RowSource } from '../platform/database/prepared.ts';
import { WeChat } from '../platform/wechat/wechat.ts';
import type { Announcement, DoorbellRound } from './doorbell-round.entity.ts';
import { DoorbellRoundsRepository } from './doorbell-rounds.repository.ts';
import type { DoorbellState } from '@weidangxiao/shared/rules/doorbell-round.ts';
import type { Doorbell } from './doorbell.entity.ts';
import { type DoorbellCount, DoorbellsRepository, type StandingDoorbell } from './doorbells.repository.ts';
import { RingTurns } from './ring-turns.ts';

export type { DoorbellCount, StandingDoorbell };

export interface NewRound {
  readonly kind: DoorbellKind;
  /** The kind's own key, at most 80 characters: a second round about it is not begun. */
  readonly subject: string;
  readonly announcement: Announcement;
  /** Epoch ms of business time. */
  readonly endsAt: number;
}

const chunk = 500;

/** What other nouns announce by WeChat. The message is a doorbell: what it announces stands whether it rings or not. */
@Injectable()
export class DoorbellsService {
  constructor(
    private readonly rounds: DoorbellRoundsRepository,
    private readonly doorbells: DoorbellsRepository,
    private readonly turns: RingTurns,
    private readonly wechat: WeChat,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Whether the host has what it takes to ring for this kind. */
  rings(kind: DoorbellKind): boolean {
    return this.wechat.templateOf(kind) !== null;
  }

  /** Announces something to these members, once a subject. Nothing where the host has no template for the kind. Call inside a unit of work. */
  async announce(scope: TownScope, round: NewRound, memberIds: readonly string[]): Promise<void> {
    if (memberIds.length === 0 || !this.rings(round.kind)) return;
    const id = randomUUID();
    if (!(await this.begin(scope, id, round, true))) return;
    const waiting = { roundId: id, state: 'waiting', reason: null, attempts: 0, credited: false, nextAt: nextRingInstant(this.clock.now()), leaseToken: null, msgid: null, settledAt: null } as const;
    const bells = [...new Set(memberIds)].map((memberId): Omit<Doorbell, 'townId'> => ({ ...waiting, id: randomUUID(), memberId }));
    for (let from = 0; from < bells.length; from += chunk) await this.doorbells.insert(scope, bells.slice(from, from + chunk));
    this.turns.call({ townId: scope.townId, roundId: id });
  }

  /** A round whose doorbells come later (`add`, then `fill`). False when there is one about this already. Call inside a unit of work. */
  begin(scope: TownScope, id: string, round: NewRound, filled = false): Promise<boolean> {
    return this.rounds.insert(scope, { ...round, id, createdAt: this.clock.now(), filled, state: 'ringing', stateAt: null, stateBy: null, settledAt: null });
  }

  /** A doorbell for each row of `source`, whose `id` it takes. Call inside a unit of work. */
  async add(scope: TownScope, roundId: string, source: RowSource): Promise<void> {
    await this.doorbells.insertFrom(scope, roundId, source, nextRingInstant(this.clock.now()));
    this.turns.call({ townId: scope.townId, roundId });
  }

  /** All who are meant have their doorbell. Call inside a unit of work. */
  fill(scope: TownScope, roundId: string): Promise<void> {
    return this.rounds.update(scope, roundId, { filled: true });
  }

  about(scope: TownScope, kind: DoorbellKind, subject: string): Promise<DoorbellRound | null> {
    return this.rounds.about(scope, kind, subject);
  }

  counts(scope: TownScope, roundId: string): Promise<DoorbellCount[]> {
    return this.doorbells.counts(scope, roundId);
  }

  /** Whose doorbells stand in these states, in no order. */
  inStates(scope: TownScope, roundId: string, states: readonly DoorbellState[]): Promise<StandingDoorbell[]> {
    return this.doorbells.inStates(scope, roundId, states);
  }

  /** What is not needed any more, where it was announced: a session that was cancelled. Call inside a unit of work. */
  async withdraw(scope: TownScope, kind: DoorbellKind, subject: string): Promise<void> {
    const round = await this.rounds.about(scope, kind, subject);
    if (round && round.settledAt === null) await this.rounds.update(scope, round.id, { state: 'cancelled', stateAt: this.clock.now() });
  }

  /**
   * Pauses, goes on, stops, or rings again for those who failed. What is on its way meanwhile arrives. Call inside a unit of work.
   * @throws AppError NOT_FOUND, DOORBELLS_NOT_IN_STATE also when somebody else ordered at the same moment, DOORBELLS_OVER
   */
  async order(scope: TownScope, kind: DoorbellKind, subject: string, order: RoundOrder): Promise<void> {
    const round = await this.rounds.about(scope, kind, subject);
    if (!round) throw new AppError('NOT_FOUND');
    const now = this.clock.now();
    if (now >= round.endsAt) throw new AppError('DOORBELLS_OVER');
    const state = roundAfter(round.state, order, round.settledAt !== null);
    const changes = { state: state ?? round.state, stateAt: now, stateBy: scope.memberId, ...(order === 'resend' && { settledAt: null }) };
    if (!state || !(await this.rounds.change(scope, round, changes))) throw new AppError('DOORBELLS_NOT_IN_STATE');
    if (order === 'resend') await this.doorbells.waitAgain(scope, round.id, nextRingInstant(now));
    this.turns.call({ townId: scope.townId, roundId: round.id });
  }
}
