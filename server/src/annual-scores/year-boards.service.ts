import { Injectable } from '@nestjs/common';
import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import { MembersService } from '../members/members.service.ts';
import type { WholeTownScope } from '../platform/access/scope.ts';
import { Clock } from '../platform/clock/clock.ts';
import { PublicationsService } from '../publications/publications.service.ts';
import { LaterPoorsService } from '../score-adjustments/later-poors.service.ts';
import { AssessmentYearsService } from './assessment-years.service.ts';
import { GroupOrderService } from './group-order.service.ts';

type Board = Answer<'getAssessmentYear'>;

/** How far a year is, group by group; holds no grade and no figure of anybody. */
@Injectable()
export class YearBoardsService {
  constructor(
    private readonly years: AssessmentYearsService,
    private readonly order: GroupOrderService,
    private readonly members: MembersService,
    private readonly publications: PublicationsService,
    private readonly laterPoors: LaterPoorsService,
    private readonly clock: Clock,
  ) {}

  /** @throws AppError INPUT_INVALID for a year that has not begun */
  async get(scope: WholeTownScope, year: string): Promise<Board> {
    const { stage, months, row, rubric, W, groups } = await this.years.year(scope, year);
    const sheet = row?.publishedOn ? await this.publications.find(scope, 'year', year) : null;
    const starter = row && (await this.members.people(scope, [row.startedBy])).get(row.startedBy);
    return {
      ...{ year: Number(year), stage, asOf: this.clock.now(), rubricVersion: row?.rubricVersion ?? rubric.version, W },
      months: months.map(({ month, stage: at }) => ({ month, stage: at })),
      ...{ run: row?.run ?? 0, started: row && starter ? { at: row.startedAt, by: starter } : null, scoredAt: row?.scoredAt ?? null },
      published: sheet && { on: sheet.publishedOn, until: sheet.publishedUntil, code: this.publications.view(sheet).code },
      groups: groups && (await this.order.of(scope, groups)).map(({ groupId, name, people, graded, tied }) => ({ group: groupId === null ? null : { id: groupId, name }, people, graded, tied })),
      untalked: await this.laterPoors.untalked(scope, months.map(({ month }) => month)),
    };
  }
}
