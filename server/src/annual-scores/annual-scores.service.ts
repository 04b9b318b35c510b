import { Injectable } from '@nestjs/common';
import type { Answer, Input } from '@weidangxiao/shared/contract/all.ts';
import { AppError } from '@weidangxiao/shared/errors.ts';
import { yearStageNames } from '@weidangxiao/shared/rules/annual-scores.ts';
import type { YearMonth } from '@weidangxiao/shared/rules/annual-scores/facts.ts';
import { figure } from '@weidangxiao/shared/rules/assessment/monthly.ts';
import { over, sum, toTwoPlaces, whole } from '@weidangxiao/shared/rules/fraction.ts';
import { byName } from '@weidangxiao/shared/rules/name-order.ts';
import { figureOf } from '@weidangxiao/shared/rules/score-entry.ts';
import { MembersService } from '../members/members.service.ts';
import type { TownScope } from '../platform/access/scope.ts';
import { AssessmentYearsService, type StandingYear } from './assessment-years.service.ts';
import { type YearLine, YearLinesService } from './year-lines.service.ts';

type Ask = Input<'listAnnualScores'>['query'];
type Score = Answer<'listAnnualScores'>['items'][number];

/** A line with whose it is. */
export interface NamedLine extends YearLine {
  readonly name: string;
}

/** A group's year by surname, never by figures. */
@Injectable()
export class AnnualScoresService {
  constructor(
    private readonly years: AssessmentYearsService,
    private readonly lines: YearLinesService,
    private readonly members: MembersService,
  ) {}

  async list(scope: TownScope, year: string, ask: Ask): Promise<Answer<'listAnnualScores'>> {
    const named = await this.ofGroup(scope, await this.years.year(scope, year), ask.groupId === 'none' ? null : ask.groupId);
    return pageOf(named.map(scoreOf), ask);
  }

  /** @throws AppError YEAR_STATE before the year is published */
  async grades(scope: TownScope, year: string, ask: Ask): Promise<Answer<'listAnnualGrades'>> {
    const standing = await this.years.year(scope, year);
    this.requirePublished(standing);
    const named = await this.ofGroup(scope, standing, ask.groupId === 'none' ? null : ask.groupId);
    return pageOf(named.map(({ memberId, name, grade }) => ({ member: { memberId, name }, grade })), ask);
  }

  /** Whoever may see them is settled before. */
  async ofGroup(scope: TownScope, standing: StandingYear, groupId: string | null): Promise<NamedLine[]> {
    const lines = await this.lines.ofGroup(scope, standing, groupId);
    const people = await this.members.people(scope, lines.map(({ memberId }) => memberId));
    const named = lines.map((line) => ({ ...line, name: people.get(line.memberId)?.name ?? '' }));
    return named.sort((a, b) => byName(a.name, b.name) || a.memberId.localeCompare(b.memberId));
  }

  private requirePublished({ year, stage, row }: StandingYear): void {
    if (!row?.publishedOn) throw new AppError('YEAR_STATE', { detail: { year, stage: yearStageNames[stage] } });
  }
}

function scoreOf({ memberId, name, final, t, performance, grade, reason, needsDecision, corrections, facts }: NamedLine): Score {
  const { months, hours, requiredHours, results, centralizedRatio, absences, practices } = facts;
  return {
    ...{ member: { memberId, name }, final, T: figureOf(t), performance: figureOf(performance), grade, reason, needsDecision, corrected: corrections.length > 0 },
    ...{ ratedMonths: rated(months).length, mean: meanOf(months), hours, requiredHours, results, centralizedRatio, absences, practices },
  };
}

const rated = (months: readonly YearMonth[]): string[] => months.flatMap(({ m }) => m ?? []);

/** Of the rated months, with two places; null without any. */
export function meanOf(months: readonly YearMonth[]): string | null {
  const all = rated(months).map(figure);
  return all.length === 0 ? null : toTwoPlaces(over(sum(all), whole(all.length)));
}

function pageOf<Item>(all: readonly Item[], { page, pageSize }: Ask): { items: Item[]; page: number; pageSize: number; total: number } {
  return { items: all.slice((page - 1) * pageSize, page * pageSize), page, pageSize, total: all.length };
}
