import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { TownScope } from '../platform/access/scope.ts';
import { type Corrections, type LaterGrade, LaterCorrectionsService } from '../publications/later-corrections.service.ts';
import { ScoreEntriesService } from '../score-entries/score-entries.service.ts';
import { StandingScoresService } from '../score-adjustments/standing-scores.service.ts';

/** Tells readers of a month's sheet whose grade a dated change has made another one. */
@Injectable()
export class MonthCorrectionsService implements Corrections, OnModuleInit {
  constructor(
    private readonly corrections: LaterCorrectionsService,
    private readonly standing: StandingScoresService,
    private readonly entries: ScoreEntriesService,
  ) {}

  onModuleInit(): void {
    this.corrections.add('month', this);
  }

  /** Grades alone: that figures moved within one is nobody's business. A grade that is poor waits for the talk, as on the sheet itself. */
  async of(scope: TownScope, month: string, memberIds: readonly string[]): Promise<ReadonlyMap<string, LaterGrade>> {
    const talks = await this.entries.talksOf(scope, month, memberIds);
    const found = new Map<string, LaterGrade>();
    for (const [memberId, { row, adjustments }] of await this.standing.rowsOf(scope, month, memberIds)) {
      const last = adjustments.filter(({ grade }) => grade !== 'poor' || talks.has(memberId)).at(-1);
      if (last && last.grade !== row.grade) found.set(memberId, { grade: last.grade, on: last.bookedOn });
    }
    return found;
  }

  count(scope: TownScope, month: string): Promise<number> {
    return this.standing.countOf(scope, month);
  }
}
