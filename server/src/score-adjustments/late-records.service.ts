import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import type { ScoreLine } from '@weidangxiao/shared/rules/assessment/monthly.ts';
import { type DimensionKey, dimensionKeys, type Rubric } from '@weidangxiao/shared/rules/assessment/rubric.ts';
import { addDays, businessDate, dateInChinese } from '@weidangxiao/shared/rules/week.ts';
import type { AssessmentMonth } from '../assessment-months/assessment-month.entity.ts';
import { LockedMonthsService } from '../assessment-months/locked-months.service.ts';
import { MonthFactsService } from '../assessments/month-facts.service.ts';
import { systemScope } from '../platform/access/mint.ts';
import { Acts } from '../platform/access/acts.ts';
import type { SystemScope } from '../platform/access/scope.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Jobs } from '../platform/jobs/jobs.ts';
import { RubricsService } from '../rubrics/rubrics.service.ts';
import { TownsService } from '../towns/towns.service.ts';
import { AdjustingService, type Change } from './adjusting.service.ts';

const minute = 60_000;
/** A make-up has fourteen days, its verification and the rest of what rightly comes late some weeks: after that the committee corrects. */
const daysOfGrace = 90;

/**
 * What rightly arrived after the cut-off: a check-in of the last Monday sent in from offline, a make-up within its days. Once a day, from the lock
 * on, every month of the last weeks is scored by the records as they are now; where it differs from what stands, a dated line is booked.
 */
@Injectable()
export class LateRecordsService implements OnModuleInit, OnModuleDestroy {
  private stopping = false;

  constructor(
    private readonly towns: TownsService,
    private readonly months: LockedMonthsService,
    private readonly facts: MonthFactsService,
    private readonly rubrics: RubricsService,
    private readonly adjusting: AdjustingService,
    private readonly jobs: Jobs,
    private readonly acts: Acts,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.every(minute, 'late-records', () => this.bookAll(), { followsClock: true });
  }

  onModuleDestroy(): void {
    this.stopping = true;
  }

  /** One town's fault stops no other. */
  private async bookAll(): Promise<void> {
    const failures: unknown[] = [];
    for (const { id } of await this.towns.all()) await this.bookTown(systemScope(id, 'late-records')).catch((error: unknown) => failures.push(error));
    if (failures.length > 0) throw failures[0];
  }

  private async bookTown(scope: SystemScope): Promise<void> {
    const today = businessDate(this.clock.now());
    for (const month of await this.months.lookedAtBefore(scope, today, addDays(today, -daysOfGrace))) {
      if (await this.bookMonth(scope, month)) await this.months.lookedAt(scope, month.month, today);
    }
  }

  /** False when the server stops midway: the next look does it again, and books nothing twice. */
  private async bookMonth(scope: SystemScope, { month, completeUntil }: AssessmentMonth): Promise<boolean> {
    const { rubric } = await this.rubrics.forMonth(scope, month);
    for await (const { people } of this.facts.ofTown(scope, month, { cutOff: true })) {
      for (const change of await this.adjusting.due(scope, month, people)) {
        if (this.stopping) return false;
        await this.book(scope, month, change, { rubric, evidence: `${dateInChinese(completeUntil)}截止以后收到的记录` });
      }
    }
    return true;
  }

  private async book(scope: SystemScope, month: string, { was, is }: Change, { rubric, evidence }: { rubric: Rubric; evidence: string }): Promise<void> {
    const reason = changeInWords(rubric, was.scoreLines, is.scoreLines);
    await this.acts.perform(scope, () => this.adjusting.book(scope, month, is.memberId, { kind: 'late', reason, evidence, bookedBy: null }), { act: 'score-adjustment.late' });
  }
}

/** 个人自学由12.00分改为16.00分 */
export function changeInWords(rubric: Rubric, was: readonly ScoreLine[], is: readonly ScoreLine[]): string {
  const earned = (lines: readonly ScoreLine[], of: DimensionKey): string => lines.find(({ dimension }) => dimension === of)?.earned ?? '没有';
  const changed = dimensionKeys.filter((of) => earned(was, of) !== earned(is, of));
  return changed.map((of) => `${rubric.labels[of]}由${inWords(earned(was, of))}改为${inWords(earned(is, of))}`).join('，') || '记录有变动';
}

const inWords = (earned: string): string => (earned === '没有' ? '没有这一项' : `${earned}分`);
