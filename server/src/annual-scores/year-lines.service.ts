import { Injectable } from '@nestjs/common';
import { type AnnualFacts, annualOutcome, type UngradedReason } from '@weidangxiao/shared/rules/annual-scores/facts.ts';
import type { Grade } from '@weidangxiao/shared/rules/assessment/rubric.ts';
import { businessDate } from '@weidangxiao/shared/rules/week.ts';
import { MembersService } from '../members/members.service.ts';
import { MonthRollsService, type OnTheRoll } from '../members/month-rolls.service.ts';
import type { TownScope } from '../platform/access/scope.ts';
import { Clock } from '../platform/clock/clock.ts';
import type { AnnualCorrection } from './annual-correction.entity.ts';
import { AnnualCorrectionsRepository } from './annual-corrections.repository.ts';
import { AnnualFactsService } from './annual-facts.service.ts';
import type { AnnualScoreRow } from './annual-score.entity.ts';
import { AnnualScoresRepository } from './annual-scores.repository.ts';
import type { StandingYear } from './assessment-years.service.ts';
import { hundredths } from './figures.ts';

/** One member's year as it stands: before it is summed up by the records of today, afterwards as it was written, with its corrections. */
export interface YearLine {
  readonly memberId: string;
  readonly groupId: string | null;
  readonly final: boolean;
  readonly facts: AnnualFacts;
  readonly t: number | null;
  readonly performance: number | null;
  /** Never foretold: null until the year is summed up. */
  readonly grade: Grade | null;
  readonly reason: UngradedReason | null;
  readonly needsDecision: boolean;
  readonly corrections: readonly AnnualCorrection[];
}

@Injectable()
export class YearLinesService {
  constructor(
    private readonly scores: AnnualScoresRepository,
    private readonly corrections: AnnualCorrectionsRepository,
    private readonly facts: AnnualFactsService,
    private readonly rolls: MonthRollsService,
    private readonly members: MembersService,
    private readonly clock: Clock,
  ) {}

  /** In the order of ids. `null`: those without a group. */
  async ofGroup(scope: TownScope, standing: StandingYear, groupId: string | null): Promise<YearLine[]> {
    if (standing.groups !== null) return this.stored(scope, standing.year, await this.scores.ofGroup(scope, standing.year, groupId));
    return this.live(scope, standing, await this.peopleOf(scope, standing.year, groupId));
  }

  /** Null for whoever is not on the year's sheet. */
  async ofMember(scope: TownScope, standing: StandingYear, memberId: string): Promise<YearLine | null> {
    if (standing.groups !== null) {
      const row = await this.scores.one(scope, standing.year, memberId);
      return row && ((await this.stored(scope, standing.year, [row]))[0] ?? null);
    }
    return (await this.live(scope, standing, await this.rolls.some(scope, this.dayOf(standing.year), [memberId])))[0] ?? null;
  }

  private async stored(scope: TownScope, year: string, rows: readonly AnnualScoreRow[]): Promise<YearLine[]> {
    const all = await this.corrections.ofMembers(scope, year, rows.map(({ memberId }) => memberId));
    return rows.map(({ memberId, groupId, facts, t, performance, grade, reason, needsDecision }) => {
      const corrections = all.filter((one) => one.memberId === memberId);
      const last = corrections.at(-1);
      const asItStands = last ? { ...last.after, facts: last.facts, reason: last.after.t === null ? reason ?? 'months' : null } : { t, performance, grade, facts, reason };
      return { memberId, groupId, final: true, needsDecision, corrections, ...asItStands };
    });
  }

  private async live(scope: TownScope, { year, rubric, W }: StandingYear, people: readonly OnTheRoll[]): Promise<YearLine[]> {
    const years = await this.facts.of(scope, year, people, { rubric, W });
    return people.flatMap(({ memberId, groupId }): YearLine[] => {
      const facts = years.get(memberId)?.facts;
      if (!facts) return [];
      const { T, reason } = annualOutcome(rubric, facts);
      return [{ memberId, groupId, final: false, facts, t: hundredths(T), performance: null, grade: null, reason, needsDecision: false, corrections: [] }];
    });
  }

  private async peopleOf(scope: TownScope, year: string, groupId: string | null): Promise<OnTheRoll[]> {
    const day = this.dayOf(year);
    const ids = groupId ? (await this.members.belongingOn(scope, [groupId], day)).map(({ memberId }) => memberId) : (await this.members.active(scope)).filter((member) => member.groupId === null).map(({ id }) => id);
    return (await this.rolls.some(scope, day, ids)).filter((person) => person.groupId === groupId);
  }

  /** 31 December, or today while the year runs. */
  private dayOf(year: string): string {
    return [`${year}-12-31`, businessDate(this.clock.now())].sort()[0] ?? '';
  }
}
