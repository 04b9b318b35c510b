import { Injectable } from '@nestjs/common';
import type { Answer, Input } from '@weidangxiao/shared/contract/all.ts';
import { AppError } from '@weidangxiao/shared/errors.ts';
import { pointKinds, type ScoreEntryKind } from '@weidangxiao/shared/rules/score-entry.ts';
import { Acts } from '../platform/access/acts.ts';
import type { WholeTownScope } from '../platform/access/scope.ts';
import { Clock } from '../platform/clock/clock.ts';
import { RubricsService } from '../rubrics/rubrics.service.ts';
import { EntryMonthsService } from './entry-months.service.ts';
import { newEntryOf, type NewScoreEntry } from './new-entry.ts';
import { ScoreEntriesRepository } from './score-entries.repository.ts';
import { ScoreEntryIntakeService } from './score-entry-intake.service.ts';
import { ScoreEntryNews } from './score-entry-news.ts';
import { type ScoreEntryView, ScoreEntryViews } from './score-entry-views.ts';
import type { ScoreEntry } from './score-entry.entity.ts';

type Query = Input<'listScoreEntries'>['query'];

const kindsShown: Readonly<Record<Query['show'], readonly ScoreEntryKind[]>> = { points: pointKinds, results: ['results'], talk: ['talk'] };

/** What the committee enters, and takes back. */
@Injectable()
export class ScoreEntryDeskService {
  constructor(
    private readonly entries: ScoreEntriesRepository,
    private readonly intake: ScoreEntryIntakeService,
    private readonly months: EntryMonthsService,
    private readonly rubrics: RubricsService,
    private readonly views: ScoreEntryViews,
    private readonly news: ScoreEntryNews,
    private readonly acts: Acts,
    private readonly clock: Clock,
  ) {}

  async list(scope: WholeTownScope, { show, period, page, pageSize }: Query): Promise<Answer<'listScoreEntries'>> {
    if ((show === 'results') !== (period.length === 4)) throw new AppError('INPUT_INVALID', { field: 'period', detail: { reason: show === 'results' ? '成果按年，写成2026这样' : '要写成2026-11这样' } });
    const open = await this.months.isOpen(scope, period);
    const talksWith = show === 'talk' && !open ? [...(await this.months.takesTalksWith(scope, period))] : [];
    const [rows, total] = await this.entries.page(scope, kindsShown[show], period, (page - 1) * pageSize, pageSize);
    return { open, talksWith, caps: await this.capsOf(scope, period), items: await this.views.entries(scope, rows), page, pageSize, total };
  }

  /** @throws AppError NOT_FOUND, ENTRY_ONESELF, ENTRY_NO_GROUP, MONTH_PUBLISHED, ENTRY_YEAR_SUMMED, RESULTS_EXIST, TALK_EXISTS, CLIENT_ID_REUSED, INPUT_INVALID */
  async create(scope: WholeTownScope, body: Input<'createScoreEntry'>['body']): Promise<ScoreEntryView> {
    const wanted = newEntryOf(body);
    const known = await this.known(scope, wanted);
    if (known) return this.asItIs(scope, known);
    try {
      return await this.acts.perform(scope, async () => this.views.entry(scope, await this.intake.enter(scope, wanted)));
    } catch (error) {
      const faster = this.entries.isKnown(error) ? await this.known(scope, wanted) : null;
      if (!faster) throw error;
      return this.asItIs(scope, faster);
    }
  }

  /** Taken back once; the same word again changes nothing. @throws AppError NOT_FOUND, ENTRY_ONESELF, ENTRY_REVERSED, MONTH_PUBLISHED, ENTRY_YEAR_SUMMED */
  async reverse(scope: WholeTownScope, id: string, { reason }: Input<'reverseScoreEntry'>['body']): Promise<ScoreEntryView> {
    const entry = await this.find(scope, id);
    if (entry.memberId === scope.memberId) throw new AppError('ENTRY_ONESELF');
    if (entry.reversedBy === scope.memberId && entry.reversalReason === reason) return this.asItIs(scope, entry);
    return this.acts.perform(scope, async () => {
      await this.months.requireTakes(scope, entry);
      const reversal = { reversedAt: this.clock.now(), reversedBy: scope.memberId, reversalReason: reason };
      if (!(await this.entries.reverse(scope, id, reversal))) throw new AppError('ENTRY_REVERSED');
      await this.news.reversed(scope, { ...entry, ...reversal });
      return this.views.entry(scope, { ...entry, ...reversal });
    });
  }

  private async find(scope: WholeTownScope, id: string): Promise<ScoreEntry> {
    const entry = await this.entries.one(scope, id);
    if (!entry) throw new AppError('NOT_FOUND');
    return entry;
  }

  private async known(scope: WholeTownScope, { clientId, kind, period, memberId, points }: NewScoreEntry): Promise<ScoreEntry | null> {
    const known = await this.entries.byClientId(scope, clientId);
    if (known && (known.kind !== kind || known.period !== period || known.memberId !== memberId || known.points !== points)) throw new AppError('CLIENT_ID_REUSED', { field: 'clientId' });
    return known;
  }

  private async capsOf(scope: WholeTownScope, period: string): Promise<Answer<'listScoreEntries'>['caps']> {
    if (period.length === 4) return null;
    const { version, rubric } = await this.rubrics.forMonth(scope, period);
    return { bonus: rubric.mostBonus, deduction: rubric.mostDeduction, version };
  }

  private asItIs(scope: WholeTownScope, entry: ScoreEntry): Promise<ScoreEntryView> {
    this.acts.changedNothing();
    return this.views.entry(scope, entry);
  }
}
