import { Injectable } from '@nestjs/common';
import type { MonthFacts } from '@weidangxiao/shared/rules/assessment.ts';
import { figureOf } from '@weidangxiao/shared/rules/score-entry.ts';
import { MonthlyScoresService } from '../monthly-scores/monthly-scores.service.ts';
import type { ScoredRow } from '../monthly-scores/month-scoring.service.ts';
import type { TownScope } from '../platform/access/scope.ts';
import type { Figures, ScoreAdjustment } from './score-adjustment.entity.ts';
import { ScoreAdjustmentsRepository } from './score-adjustments.repository.ts';

/** A member's month as it stands: as it was published, with every dated change since. */
export interface StandingScore extends Figures {
  readonly month: string;
  /** Of the month's last day. */
  readonly groupId: string | null;
  readonly facts: MonthFacts;
  readonly adjusted: boolean;
}

export interface StandingRow {
  readonly row: ScoredRow;
  /** In the order in which they were booked. */
  readonly adjustments: readonly ScoreAdjustment[];
}

/** Published figures and what was booked on them since. */
@Injectable()
export class StandingScoresService {
  constructor(
    private readonly scores: MonthlyScoresService,
    private readonly adjustments: ScoreAdjustmentsRepository,
  ) {}

  /** Published months of a year, by month; who has none is left out. @param year 'YYYY' */
  async ofYear(scope: TownScope, year: string, memberIds: readonly string[]): Promise<Map<string, StandingScore[]>> {
    const published = await this.scores.publishedOf(scope, year, memberIds);
    const adjustments = byMember(await this.adjustments.ofYear(scope, year, memberIds));
    const found = new Map<string, StandingScore[]>();
    for (const row of published) {
      const own = (adjustments.get(row.memberId) ?? []).filter(({ month }) => month === row.month);
      found.set(row.memberId, [...(found.get(row.memberId) ?? []), standing({ row, adjustments: own })]);
    }
    return found;
  }

  /** Rows of one month with their changes; who is not on its sheet is left out. */
  async rowsOf(scope: TownScope, month: string, memberIds: readonly string[]): Promise<Map<string, StandingRow>> {
    const rows = await this.scores.scoresOf(scope, month, memberIds);
    const adjustments = rows.size === 0 ? new Map<string, ScoreAdjustment[]>() : byMember(await this.adjustments.ofMonth(scope, month, [...rows.keys()]));
    return new Map([...rows].map(([memberId, row]) => [memberId, { row, adjustments: adjustments.get(memberId) ?? [] }]));
  }

  /** How many changes a month has had since it was published. */
  countOf(scope: TownScope, month: string): Promise<number> {
    return this.adjustments.count(scope, month);
  }
}

export function standing({ row, adjustments }: StandingRow): StandingScore {
  const { rated, s, p, m, grade, facts } = adjustments.at(-1) ?? row;
  return { month: row.month, groupId: row.groupId, rated, s, p, m, grade, facts, adjusted: adjustments.length > 0 };
}

/** As people read them. */
export function figuresRead({ rated, s, p, m, grade }: Figures): { rated: boolean; s: string | null; p: string | null; m: string | null; grade: Figures['grade'] } {
  return { rated, s: figureOf(s), p: figureOf(p), m: figureOf(m), grade };
}

function byMember(adjustments: readonly ScoreAdjustment[]): Map<string, ScoreAdjustment[]> {
  const found = new Map<string, ScoreAdjustment[]>();
  for (const one of adjustments) {
    const known = found.get(one.memberId);
    if (known) known.push(one);
    else found.set(one.memberId, [one]);
  }
  return found;
}
