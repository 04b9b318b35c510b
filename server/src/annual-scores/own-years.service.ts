import { Injectable } from '@nestjs/common';
import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import { yearReceipt } from '@weidangxiao/shared/rules/annual-scores/receipt.ts';
import type { AnnualFacts } from '@weidangxiao/shared/rules/annual-scores/facts.ts';
import { gradeOf } from '@weidangxiao/shared/rules/assessment/monthly.ts';
import { businessDate, monthOf } from '@weidangxiao/shared/rules/week.ts';
import { figureOf } from '@weidangxiao/shared/rules/score-entry.ts';
import type { Member } from '../members/member.entity.ts';
import { MembersService } from '../members/members.service.ts';
import type { OwnScope, PersonScope, WholeTownScope } from '../platform/access/scope.ts';
import { Clock } from '../platform/clock/clock.ts';
import { AnnualFactsService } from './annual-facts.service.ts';
import { AssessmentYearsService, type StandingYear } from './assessment-years.service.ts';
import { resultOf } from './figures.ts';
import { type YearLine, YearLinesService } from './year-lines.service.ts';
import type { PublishedMonth } from './year-sources.service.ts';

type Year = Answer<'getMyAnnualScore'>;
type MonthView = Year['months'][number];

/** A member's year with every part that it is made of; the score's lines add up, as a month's do. */
@Injectable()
export class OwnYearsService {
  constructor(
    private readonly years: AssessmentYearsService,
    private readonly lines: YearLinesService,
    private readonly facts: AnnualFactsService,
    private readonly members: MembersService,
    private readonly clock: Clock,
  ) {}

  /** Grade and performance once they are published. */
  async mine(scope: OwnScope, year: string): Promise<Year> {
    const standing = await this.years.year(scope, year);
    return this.view(scope, standing, await this.members.self(scope), standing.row?.publishedOn !== null && standing.row !== null);
  }

  async ofMember(scope: WholeTownScope, id: string, year: string): Promise<Year> {
    return this.view(scope, await this.years.year(scope, year), await this.members.find(scope, id), true);
  }

  private async view(scope: PersonScope, standing: StandingYear, { id, name }: Member, mayKnow: boolean): Promise<Year> {
    const { year, stage, rubric, row } = standing;
    const belonged = (await this.members.belonging(scope, `${year}-01-01`, `${year}-12-31`, [id])).get(id) ?? [];
    const now = (await this.facts.of(scope, year, [{ memberId: id, belonged }], { rubric, W: standing.W })).get(id);
    const line = await this.lines.ofMember(scope, standing, id);
    const facts = line?.facts ?? now?.facts;
    if (!facts) throw new Error('a member was lost on the way to their year');
    const isFinal = line?.final === true && mayKnow;
    return {
      ...{ year: Number(year), asOf: this.clock.now(), stage, member: { memberId: id, name }, rubricVersion: row?.rubricVersion ?? rubric.version, W: standing.W },
      ...{ leastMonths: rubric.year.leastMonths, ratedMonths: facts.months.filter(({ m }) => m !== null).length, hours: facts.hours, requiredHours: facts.requiredHours },
      ...{ months: monthsOf(standing, facts, now?.published ?? [], businessDate(this.clock.now())), ...yearReceipt(rubric, facts, `${year}-12-31` < businessDate(this.clock.now())) },
      ...(isFinal && line ? outcomeOf(line) : unknown(line)),
      corrections: isFinal && line ? line.corrections.map(({ correctedOn, reason, before, after }) => ({ on: correctedOn, reason, before: resultOf(before), after: resultOf(after) })) : [],
    };
  }
}

const outcomeOf = ({ t, performance, grade, reason }: YearLine) => ({ final: true, T: figureOf(t), performance: figureOf(performance), grade, reason });
const unknown = (line: YearLine | null) => ({ final: false, T: null, performance: null, grade: null, reason: line?.reason ?? null });

/** All twelve. The grade of a month is of its published figure. */
function monthsOf({ year, months, rubric }: StandingYear, facts: AnnualFacts, published: readonly PublishedMonth[], today: string): MonthView[] {
  const here = new Map(published.map((one) => [one.month, one]));
  const known = new Map(facts.months.map((one) => [one.month, one.m]));
  const begun = new Map(months.map((one) => [one.month, one.publishedOn]));
  return Array.from({ length: 12 }, (_, at): MonthView => {
    const month = `${year}-${String(at + 1).padStart(2, '0')}`;
    const M = known.get(month);
    if (M !== undefined) return { month, state: here.has(month) ? 'published' : 'opening', M, grade: here.get(month)?.grade ?? (M === null ? null : gradeOf(rubric, M)) };
    const none = { month, M: null, grade: null };
    if (month > monthOf(today)) return { ...none, state: 'coming' };
    if (month === monthOf(today)) return { ...none, state: 'running' };
    return { ...none, state: begun.has(month) && begun.get(month) === null ? 'rating' : 'none' };
  });
}
