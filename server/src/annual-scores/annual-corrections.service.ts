import { Injectable } from '@nestjs/common';
import type { Answer, Input } from '@weidangxiao/shared/contract/all.ts';
import { AppError } from '@weidangxiao/shared/errors.ts';
import { correctedGrade } from '@weidangxiao/shared/rules/annual-scores/correction.ts';
import { annualOutcome } from '@weidangxiao/shared/rules/annual-scores/facts.ts';
import { businessDate } from '@weidangxiao/shared/rules/week.ts';
import { randomUUID } from 'node:crypto';
import { GroupsService } from '../groups/groups.service.ts';
import { MembersService } from '../members/members.service.ts';
import { MonthRollsService } from '../members/month-rolls.service.ts';
import { Acts } from '../platform/access/acts.ts';
import type { TownScope, WholeTownScope } from '../platform/access/scope.ts';
import { Clock } from '../platform/clock/clock.ts';
import type { AnnualCorrection, StandingResult } from './annual-correction.entity.ts';
import { AnnualCorrectionsRepository } from './annual-corrections.repository.ts';
import { AnnualFactsService, type PersonYear } from './annual-facts.service.ts';
import { AssessmentYearsService, type StandingYear } from './assessment-years.service.ts';
import { hundredths, resultOf } from './figures.ts';
import { type YearLine, YearLinesService } from './year-lines.service.ts';

type View = Answer<'correctAnnualScore'>;
type Body = Input<'correctAnnualScore'>['body'];

/** After a year is published a line is only followed by another one: the same function over the records of today, with the day and the reason. */
@Injectable()
export class AnnualCorrectionsService {
  constructor(
    private readonly years: AssessmentYearsService,
    private readonly lines: YearLinesService,
    private readonly facts: AnnualFactsService,
    private readonly corrections: AnnualCorrectionsRepository,
    private readonly rolls: MonthRollsService,
    private readonly members: MembersService,
    private readonly groups: GroupsService,
    private readonly acts: Acts,
    private readonly clock: Clock,
  ) {}

  /** The latest first. */
  async list(scope: WholeTownScope, year: string, { page, pageSize }: Input<'listAnnualCorrections'>['query']): Promise<Answer<'listAnnualCorrections'>> {
    const standing = await this.years.year(scope, year);
    const [rows, total] = await this.corrections.page(scope, year, (page - 1) * pageSize, pageSize);
    return { items: await this.views(scope, standing, rows), page, pageSize, total };
  }

  /** @throws AppError YEAR_STATE, YEAR_NOT_OVER, ANNUAL_NOT_LISTED, ANNUAL_SAME, CLIENT_ID_REUSED */
  async correct(scope: WholeTownScope, year: string, body: Body): Promise<View> {
    const standing = await this.years.year(scope, year);
    const known = await this.known(scope, standing, body);
    if (known) return known;
    this.years.requireAllows(standing, 'correct');
    try {
      return await this.acts.perform(scope, () => this.write(scope, standing, body));
    } catch (error) {
      // Somebody else has corrected the same line: this one follows it, or changes nothing any more.
      if (this.corrections.isKnown(error)) return (await this.known(scope, standing, body)) ?? this.acts.perform(scope, () => this.write(scope, standing, body));
      throw error;
    }
  }

  private async write(scope: WholeTownScope, standing: StandingYear, { clientId, memberId, reason }: Body): Promise<View> {
    const { year } = standing;
    const line = await this.lines.ofMember(scope, standing, memberId);
    const now = line && (await this.now(scope, standing, memberId));
    if (!line || !now) throw new AppError('ANNUAL_NOT_LISTED', { field: 'memberId', detail: { year } });
    const before = resultOfLine(line);
    const after = await this.after(scope, standing, line, now);
    if (JSON.stringify(before) === JSON.stringify(after)) throw new AppError('ANNUAL_SAME', { field: 'memberId' });
    const row: AnnualCorrection = {
      ...{ townId: scope.townId, id: randomUUID(), year, memberId, place: line.corrections.length + 1, correctedOn: businessDate(this.clock.now()), reason, before, after, facts: now.facts },
      ...{ clientId, correctedAt: this.clock.now(), correctedBy: scope.memberId },
    };
    await this.corrections.insert(scope, row);
    return this.view(scope, standing, row);
  }

  private async now(scope: TownScope, { year, rubric, W }: StandingYear, memberId: string): Promise<PersonYear | null> {
    const people = await this.rolls.some(scope, `${year}-12-31`, [memberId]);
    return (await this.facts.of(scope, year, people, { rubric, W })).get(memberId) ?? null;
  }

  private async after(scope: TownScope, standing: StandingYear, line: YearLine, { facts }: PersonYear): Promise<StandingResult> {
    const outcome = annualOutcome(standing.rubric, facts);
    const others = (await this.lines.ofGroup(scope, standing, line.groupId)).filter(({ memberId, t }) => memberId !== line.memberId && t !== null);
    const grade = correctedGrade(standing.rubric, outcome, { graded: others.length, excellent: others.filter((other) => other.grade === 'excellent').length });
    return { t: hundredths(outcome.T), performance: hundredths(outcome.performance), grade };
  }

  private async known(scope: WholeTownScope, standing: StandingYear, { clientId, memberId, reason }: Body): Promise<View | null> {
    const same = await this.corrections.byClientId(scope, scope.memberId, clientId);
    if (!same) return null;
    if (same.year !== standing.year || same.memberId !== memberId || same.reason !== reason) throw new AppError('CLIENT_ID_REUSED', { field: 'clientId' });
    this.acts.changedNothing();
    return this.view(scope, standing, same);
  }

  private async view(scope: WholeTownScope, standing: StandingYear, row: AnnualCorrection): Promise<View> {
    const [view] = await this.views(scope, standing, [row]);
    if (!view) throw new Error('a correction was lost on its way out');
    return view;
  }

  private async views(scope: WholeTownScope, { year }: StandingYear, rows: readonly AnnualCorrection[]): Promise<View[]> {
    const people = await this.members.people(scope, rows.flatMap(({ memberId, correctedBy }) => [memberId, correctedBy]));
    const groups = await this.members.groupsOn(scope, rows.map(({ memberId }) => memberId), `${year}-12-31`);
    const names = await this.groups.names(scope);
    const person = (memberId: string) => people.get(memberId) ?? { memberId, name: '' };
    return rows.map(({ id, memberId, correctedOn, reason, before, after, correctedAt, correctedBy }) => {
      const groupId = groups.get(memberId);
      const group = groupId === undefined ? null : { id: groupId, name: names.get(groupId) ?? '' };
      return { id, member: person(memberId), group, on: correctedOn, reason, before: resultOf(before), after: resultOf(after), at: correctedAt, by: person(correctedBy) };
    });
  }
}

const resultOfLine = ({ t, performance, grade }: YearLine): StandingResult => ({ t, performance, grade });
