import { Injectable } from '@nestjs/common';
import { AppError } from '@weidangxiao/shared/errors.ts';
import { overlaps, timeOf } from '@weidangxiao/shared/rules/study-session.ts';
import { dateInChinese } from '@weidangxiao/shared/rules/week.ts';
import { GroupsService } from '../groups/groups.service.ts';
import type { TownScope } from '../platform/access/scope.ts';
import { TownsService } from '../towns/towns.service.ts';
import { type ExpectedMember, type Expecting, SessionExpectationService } from './session-expectation.service.ts';
import type { StudySession } from './study-session.entity.ts';
import { StudySessionsRepository } from './study-sessions.repository.ts';

export type Planned = Expecting & Pick<StudySession, 'startsAt' | 'endsAt'>;

/** Nobody is expected at two places at once, unless that is meant so. */
@Injectable()
export class SessionOverlapsService {
  constructor(
    private readonly sessions: StudySessionsRepository,
    private readonly expectation: SessionExpectationService,
    private readonly groups: GroupsService,
    private readonly towns: TownsService,
  ) {}

  /** Comes first in every unit of work that asks `refuse`: two who plan in the same instant do so one after the other. */
  takeTurn(scope: TownScope): Promise<void> {
    return this.towns.takeTurn(scope);
  }

  /** @throws AppError SESSION_OVERLAPS with the groups, the time and the title, SESSION_NOBODY */
  async refuse(scope: TownScope, planned: Planned, groupIds: readonly string[], despite: boolean): Promise<void> {
    const people = await this.expectation.peopleOf(scope, planned, groupIds);
    if (people.length === 0) throw new AppError('SESSION_NOBODY', { field: 'expects' });
    if (despite) return;
    for (const other of await this.sessions.touching(scope, planned)) {
      if (other.id === planned.id || !overlaps(planned, other)) continue;
      const both = await this.inBoth(scope, people, other);
      if (both.length > 0) throw await this.refusal(scope, other, both);
    }
  }

  private async inBoth(scope: TownScope, people: readonly ExpectedMember[], other: StudySession): Promise<ExpectedMember[]> {
    const there = new Set((await this.expectation.people(scope, other)).map(({ memberId }) => memberId));
    return people.filter(({ memberId }) => there.has(memberId));
  }

  /** Whom it concerns is said by group and number: errors carry no names of people. */
  private async refusal(scope: TownScope, { title, date, startsAt, endsAt }: StudySession, both: readonly ExpectedMember[]): Promise<AppError> {
    const names = await this.groups.names(scope);
    const groups = [...new Set(both.map(({ groupId }) => (groupId && names.get(groupId)) || '没分组'))];
    const shown = groups.length > 2 ? `${groups.slice(0, 2).join('、')}等${groups.length}个组` : groups.join('、');
    const when = `${dateInChinese(date)}${timeOf(startsAt)}到${timeOf(endsAt)}`;
    return new AppError('SESSION_OVERLAPS', { field: 'startsAt', detail: { who: `${shown}${both.length}人`, when, title } });
  }
}
