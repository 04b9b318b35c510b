import { Injectable } from '@nestjs/common';
import type { MonthFacts, Rubric } from '@weidangxiao/shared/rules/assessment.ts';
import { AssessmentMonthsService, type StandingMonth } from '../assessment-months/assessment-months.service.ts';
import type { TownScope } from '../platform/access/scope.ts';
import { Database } from '../platform/database/database.ts';
import { MonthScoringService, type ScoredRow } from './month-scoring.service.ts';
import { MonthlyScoresRepository } from './monthly-scores.repository.ts';

const chunk = 1_000;

/**
 * A month's scores, for the nouns of the rating. Until a month is published its figures are made anew of the stored facts with the votes,
 * bonus and deduction of the moment, by the one function; afterwards they are what was written.
 */
@Injectable()
export class MonthlyScoresService {
  constructor(
    private readonly months: AssessmentMonthsService,
    private readonly scores: MonthlyScoresRepository,
    private readonly scoring: MonthScoringService,
    private readonly database: Database,
  ) {}

  /** @throws AppError INPUT_INVALID for a month that has not begun */
  month(scope: TownScope, month: string): Promise<StandingMonth> {
    return this.months.month(scope, month);
  }

  /** @throws AppError INPUT_INVALID for a month that has not begun, or long before all records */
  requireBegun(month: string): void {
    this.months.requireBegun(month);
  }

  /** What was taken of one member at the cut-off; null before it, and for whoever is not on the month's sheet. */
  async takenOf(scope: TownScope, month: string, memberId: string): Promise<ScoredRow | null> {
    return (await this.scores.some(scope, month, [memberId]))[0] ?? null;
  }

  /** One member's rows as they are stored, by month; of a published month these are its figures. */
  storedOf(scope: TownScope, memberId: string): Promise<ScoredRow[]> {
    return this.scores.ofMember(scope, memberId);
  }

  /** Rows of the published months of a year, by member and month. @param year 'YYYY' */
  async publishedOf(scope: TownScope, year: string, memberIds: readonly string[]): Promise<ScoredRow[]> {
    const months = await this.months.publishedIn(scope, year);
    return months.length === 0 || memberIds.length === 0 ? [] : this.scores.ofMonths(scope, months, memberIds);
  }

  /** By member; who is not on the month's sheet, or is not scored yet, is left out. */
  async scoresOf(scope: TownScope, month: string, memberIds: readonly string[]): Promise<Map<string, ScoredRow>> {
    if (memberIds.length === 0) return new Map();
    const rows = await this.asOfNow(scope, month, await this.scores.some(scope, month, memberIds));
    return new Map(rows.map((row) => [row.memberId, row]));
  }

  /** A page of a group's rows in the order of ids: never of their figures. `null`: those without a group. */
  async pageOfGroup(scope: TownScope, month: string, groupId: string | null, skip: number, take: number): Promise<{ rows: ScoredRow[]; total: number }> {
    const [rows, total] = await this.scores.pageOfGroup(scope, month, groupId, skip, take);
    return { rows: await this.asOfNow(scope, month, rows), total };
  }

  /** What was taken of a group's people at the cut-off, without votes and entered points; none before it. */
  async factsOfGroup(scope: TownScope, month: string, groupId: string): Promise<MonthFacts[]> {
    return (await this.scores.ofGroup(scope, month, groupId)).map(({ facts }) => facts);
  }

  /** The whole town's rows as they are now, a chunk at a time in the order of ids. */
  async *ofTown(scope: TownScope, month: string): AsyncGenerator<ScoredRow[]> {
    for (let after = ''; ; ) {
      const rows = await this.scores.after(scope, month, after, chunk);
      const last = rows.at(-1);
      if (!last) return;
      yield await this.asOfNow(scope, month, rows);
      after = last.memberId;
    }
  }

  /** How many a group has on the month's sheet, and how many of them are rated. */
  countByGroup(scope: TownScope, month: string): Promise<Map<string | null, { people: number; rated: number }>> {
    return this.scores.countByGroup(scope, month);
  }

  /**
   * Before publishing: writes these figures where they changed since, so that what is published is what is stored. Once ahead, a chunk at a
   * time, so that the unit of work that publishes finds little to write; and once inside of it. Answers how many changed.
   */
  async settle(scope: TownScope, month: string): Promise<number> {
    let changed = 0;
    for (let after = ''; ; ) {
      const rows = await this.scores.after(scope, month, after, chunk);
      const last = rows.at(-1);
      if (!last) return changed;
      const now = await this.asOfNow(scope, month, rows);
      const different = now.filter((row, at) => differs(rows[at], row));
      await this.database.write(async () => {
        for (const row of different) await this.scores.change(scope, row);
      });
      changed += different.length;
      after = last.memberId;
    }
  }

  private async asOfNow(scope: TownScope, month: string, rows: readonly ScoredRow[]): Promise<ScoredRow[]> {
    const { publishedOn } = await this.months.month(scope, month);
    if (publishedOn !== null) return [...rows];
    return this.scoring.score(scope, month, rows);
  }
}

function differs(before: ScoredRow | undefined, { rated, s, p, m, grade }: ScoredRow): boolean {
  return !before || before.rated !== rated || before.s !== s || before.p !== p || before.m !== m || before.grade !== grade;
}
