import { Injectable } from '@nestjs/common';
import type { Answer, Input } from '@weidangxiao/shared/contract/all.ts';
import { AppError } from '@weidangxiao/shared/errors.ts';
import { mostMark, mostOpeningHours } from '@weidangxiao/shared/rules/opening-entry.ts';
import { figureFault } from '@weidangxiao/shared/rules/score-entry.ts';
import { monthWithYear } from '@weidangxiao/shared/rules/week.ts';
import { randomUUID } from 'node:crypto';
import { MembersService } from '../members/members.service.ts';
import { Acts } from '../platform/access/acts.ts';
import type { PersonScope, WholeTownScope } from '../platform/access/scope.ts';
import { Clock } from '../platform/clock/clock.ts';
import { EntryMonthsService } from './entry-months.service.ts';
import { figureOf } from './new-entry.ts';
import { OpeningEntriesRepository } from './opening-entries.repository.ts';
import type { OpeningEntry } from './opening-entry.entity.ts';
import { OpeningMonthsService } from './opening-months.service.ts';
import { type OpeningEntryView, ScoreEntryViews } from './score-entry-views.ts';

type Body = Input<'createOpeningEntry'>['body'];
export type NewOpening = Pick<OpeningEntry, 'clientId' | 'kind' | 'year' | 'period' | 'memberId' | 'figure' | 'evidence'>;

/** What an admin brings along of the time before the town joined, one at a time. A whole sheet is in `opening-imports.service.ts`. */
@Injectable()
export class OpeningDeskService {
  constructor(
    private readonly openings: OpeningEntriesRepository,
    private readonly openingMonths: OpeningMonthsService,
    private readonly entryMonths: EntryMonthsService,
    private readonly members: MembersService,
    private readonly views: ScoreEntryViews,
    private readonly acts: Acts,
    private readonly clock: Clock,
  ) {}

  async list(scope: WholeTownScope, { year, memberId, page, pageSize }: Input<'listOpeningEntries'>['query']): Promise<Answer<'listOpeningEntries'>> {
    const [rows, total] = await this.openings.page(scope, year, memberId, (page - 1) * pageSize, pageSize);
    return { items: await this.views.openings(scope, rows), page, pageSize, total };
  }

  /** @throws AppError NOT_FOUND, ENTRY_ONESELF, ENTRY_YEAR_SUMMED, OPENING_MONTH_OWN, OPENING_EXISTS, CLIENT_ID_REUSED, INPUT_INVALID */
  async create(scope: WholeTownScope, body: Body): Promise<OpeningEntryView> {
    const wanted = newOpeningOf(body);
    const known = await this.known(scope, wanted);
    if (known) return this.asItIs(scope, known);
    try {
      return await this.acts.perform(scope, () => this.enter(scope, wanted));
    } catch (error) {
      const faster = this.openings.isKnown(error) ? await this.known(scope, wanted) : null;
      if (!faster) throw error;
      return this.asItIs(scope, faster);
    }
  }

  /** @throws AppError NOT_FOUND, ENTRY_ONESELF, ENTRY_REVERSED, ENTRY_YEAR_SUMMED */
  async reverse(scope: WholeTownScope, id: string, { reason }: Input<'reverseOpeningEntry'>['body']): Promise<OpeningEntryView> {
    const entry = await this.openings.one(scope, id);
    if (!entry) throw new AppError('NOT_FOUND');
    if (entry.memberId === scope.memberId) throw new AppError('ENTRY_ONESELF');
    if (entry.reversedBy === scope.memberId && entry.reversalReason === reason) return this.asItIs(scope, entry);
    return this.acts.perform(scope, async () => {
      await this.entryMonths.requireOpen(scope, entry.year);
      const reversal = { reversedAt: this.clock.now(), reversedBy: scope.memberId, reversalReason: reason };
      if ((await this.openings.reverse(scope, [id], reversal)) === 0) throw new AppError('ENTRY_REVERSED');
      return this.views.opening(scope, { ...entry, ...reversal });
    });
  }

  rowOf(scope: PersonScope, wanted: NewOpening): OpeningEntry {
    return { townId: scope.townId, id: randomUUID(), ...wanted, held: wanted.period, enteredBy: scope.memberId, enteredAt: this.clock.now(), reversedAt: null, reversedBy: null, reversalReason: null };
  }

  private async enter(scope: WholeTownScope, wanted: NewOpening): Promise<OpeningEntryView> {
    await this.members.find(scope, wanted.memberId);
    if (wanted.memberId === scope.memberId) throw new AppError('ENTRY_ONESELF', { field: 'memberId' });
    await this.entryMonths.requireOpen(scope, wanted.year);
    if (wanted.kind === 'month') await this.openingMonths.require(scope, wanted.period);
    const entry = this.rowOf(scope, wanted);
    try {
      await this.openings.insert(scope, [entry]);
    } catch (error) {
      if (!this.openings.isHeld(error)) throw error;
      throw new AppError('OPENING_EXISTS', { field: 'memberId', detail: { period: wanted.kind === 'month' ? monthWithYear(wanted.period) : `${wanted.year}年的学时` }, cause: error });
    }
    return this.views.opening(scope, entry);
  }

  private async known(scope: WholeTownScope, { clientId, period, memberId, figure }: NewOpening): Promise<OpeningEntry | null> {
    const known = await this.openings.byClientId(scope, clientId);
    if (known && (known.period !== period || known.memberId !== memberId || known.figure !== figure)) throw new AppError('CLIENT_ID_REUSED', { field: 'clientId' });
    return known;
  }

  private asItIs(scope: WholeTownScope, entry: OpeningEntry): Promise<OpeningEntryView> {
    this.acts.changedNothing();
    return this.views.opening(scope, entry);
  }
}

function newOpeningOf(body: Body): NewOpening {
  const { kind, clientId, memberId, evidence } = body;
  if (kind === 'hours') return { kind, clientId, memberId, evidence, year: body.year, period: body.year, figure: figureOf(body.hours, (typed) => figureFault(typed, mostOpeningHours), 'hours') };
  return { kind, clientId, memberId, evidence, year: body.month.slice(0, 4), period: body.month, figure: body.m === null ? null : figureOf(body.m, (typed) => figureFault(typed, mostMark), 'm') };
}
