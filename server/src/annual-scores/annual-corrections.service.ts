import { Injectable } from '@nestjs/common';
import type { Answer, Input } from '@weidangxiao/shared/contract/all.ts';
import { AppError } from '@weidangxiao/shared/errors.ts';
import { GroupsService } from '../groups/groups.service.ts';
import { MembersService } from '../members/members.service.ts';
import { Acts } from '../platform/access/acts.ts';
import type { WholeTownScope } from '../platform/access/scope.ts';
import type { AnnualCorrection } from './annual-correction.entity.ts';
import { AnnualCorrectionsRepository } from './annual-corrections.repository.ts';
import { AnnualCorrectingService } from './annual-correcting.service.ts';
import { AssessmentYearsService, type StandingYear } from './assessment-years.service.ts';
import { resultOf } from './figures.ts';

type View = Answer<'correctAnnualScore'>;
type Body = Input<'correctAnnualScore'>['body'];

/** After a year is published a line is only followed by another one: the same function over the records of today, with the day and the reason. */
@Injectable()
export class AnnualCorrectionsService {
  constructor(
    private readonly years: AssessmentYearsService,
    private readonly correcting: AnnualCorrectingService,
    private readonly corrections: AnnualCorrectionsRepository,
    private readonly members: MembersService,
    private readonly groups: GroupsService,
    private readonly acts: Acts,
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
    const { clientId, memberId, reason } = body;
    const book = async (): Promise<View> => {
      const row = await this.correcting.book(scope, standing, memberId, { clientId, reason, correctedBy: scope.memberId });
      if (!row) throw new AppError('ANNUAL_SAME', { field: 'memberId' });
      return this.view(scope, standing, row);
    };
    try {
      return await this.acts.perform(scope, book);
    } catch (error) {
      // Somebody else has corrected the same line: this one follows it, or changes nothing any more.
      if (this.corrections.isKnown(error)) return (await this.known(scope, standing, body)) ?? this.acts.perform(scope, book);
      throw error;
    }
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
