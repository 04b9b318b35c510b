import { Injectable } from '@nestjs/common';
import type { Answer, Input } from '@weidangxiao/shared/contract/all.ts';
import { AppError } from '@weidangxiao/shared/errors.ts';
import { businessDate } from '@weidangxiao/shared/rules/week.ts';
import { GroupsService } from '../groups/groups.service.ts';
import { reaches } from '../members/members.service.ts';
import { Acts } from '../platform/access/acts.ts';
import type { PersonScope } from '../platform/access/scope.ts';
import { Clock } from '../platform/clock/clock.ts';
import { SchoolViews } from './school-views.ts';
import { SchoolsRepository } from './schools.repository.ts';

type SchoolView = Answer<'getSchool'>;

/** The home pages of the villages' and communities' schools, one for each group. */
@Injectable()
export class SchoolsService {
  constructor(
    private readonly schools: SchoolsRepository,
    private readonly views: SchoolViews,
    private readonly groups: GroupsService,
    private readonly acts: Acts,
    private readonly clock: Clock,
  ) {}

  async list(scope: PersonScope, { page, pageSize }: Input<'listSchools'>['query']): Promise<Answer<'listSchools'>> {
    const groups = await this.groups.open(scope);
    const shown = groups.slice((page - 1) * pageSize, page * pageSize);
    const written = await this.schools.some(scope, shown.map(({ id }) => id));
    return { items: await this.views.rows(scope, shown, written), page, pageSize, total: groups.length };
  }

  /** @throws AppError NOT_FOUND also for a closed group's */
  async one(scope: PersonScope, id: string): Promise<SchoolView> {
    const group = await this.groups.find(scope, id);
    return this.views.one(scope, group, (await this.schools.some(scope, [id])).get(id) ?? null);
  }

  /** What is left out stays. @throws AppError NOT_FOUND also for a group that the caller does not lead, INPUT_INVALID */
  change(scope: PersonScope, id: string, { name, foundedOn, intro }: Input<'updateSchool'>['body']): Promise<SchoolView> {
    if (!reaches(scope, id)) throw new AppError('NOT_FOUND');
    const now = this.clock.now();
    if (foundedOn && foundedOn > businessDate(now)) throw new AppError('INPUT_INVALID', { field: 'foundedOn', detail: { reason: '成立的日期不能在今天以后' } });
    return this.acts.perform(scope, async () => {
      const group = await this.groups.find(scope, id);
      const before = (await this.schools.some(scope, [id])).get(id);
      const said = { name: name ?? before?.name ?? group.name, foundedOn: foundedOn === undefined ? (before?.foundedOn ?? null) : foundedOn, intro: intro ?? before?.intro ?? '' };
      await this.schools.write(scope, { townId: scope.townId, id, ...said, changedAt: now, changedBy: scope.memberId });
      return this.one(scope, id);
    }, { target: id });
  }
}
