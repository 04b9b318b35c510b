import { Injectable } from '@nestjs/common';
import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import type { Group } from '../groups/group.entity.ts';
import { MembersService } from '../members/members.service.ts';
import { RolesService } from '../members/roles.service.ts';
import type { PersonScope } from '../platform/access/scope.ts';
import { Clock } from '../platform/clock/clock.ts';
import { ReflectionsService } from '../reflections/reflections.service.ts';
import { StudySessionsService } from '../study-sessions/study-sessions.service.ts';
import { VenuesService } from '../venues/venues.service.ts';
import type { School } from './school.entity.ts';

type SchoolRow = Answer<'listSchools'>['items'][number];
type SchoolView = Answer<'getSchool'>;

/** Of each, as many as a home page shows. */
const shown = 5;

/** Schools with what other nouns know of their groups: who, where, what was and what comes. */
@Injectable()
export class SchoolViews {
  constructor(
    private readonly members: MembersService,
    private readonly roles: RolesService,
    private readonly venues: VenuesService,
    private readonly sessions: StudySessionsService,
    private readonly reflections: ReflectionsService,
    private readonly clock: Clock,
  ) {}

  async rows(scope: PersonScope, groups: readonly Group[], written: ReadonlyMap<string, School>): Promise<SchoolRow[]> {
    const counts = await this.members.countByGroup(scope);
    const leaders = await this.roles.leaders(scope);
    const people = await this.members.people(scope, leaders.map(({ memberId }) => memberId));
    const venues = await this.venues.ownOf(scope, groups.map(({ id }) => id));
    return groups.map(({ id, name }) => ({
      ...{ id, groupName: name, name: written.get(id)?.name ?? name, foundedOn: written.get(id)?.foundedOn ?? null },
      leaders: leaders.filter(({ groupId }) => groupId === id).flatMap(({ memberId }) => people.get(memberId) ?? []),
      ...{ members: counts.get(id) ?? 0, venue: venues.get(id) ?? null },
    }));
  }

  async one(scope: PersonScope, group: Group, school: School | null): Promise<SchoolView> {
    const [row] = await this.rows(scope, [group], new Map(school ? [[school.id, school]] : []));
    if (!row) throw new Error('a school was lost on its way out');
    const few = { page: 1, pageSize: shown, groupId: group.id };
    const past = await this.sessions.list(scope, { ...few, state: 'closed', order: 'desc' });
    const published = await this.reflections.list(scope, { ...few, state: 'published' });
    const reflections = published.items.map(({ id, title, author, publishedAt }) => ({ id, title, author, publishedAt }));
    return { ...row, intro: school?.intro ?? '', next: await this.next(scope, group.id), past: past.items, reflections };
  }

  /** The list begins with this morning, so what is over or cancelled today may stand before it. */
  private async next(scope: PersonScope, groupId: string): Promise<SchoolView['next']> {
    const { items } = await this.sessions.list(scope, { page: 1, pageSize: 20, groupId, order: 'asc' });
    const now = this.clock.now();
    return items.find(({ state, endsAt }) => (state === 'planned' || state === 'open') && endsAt > now) ?? null;
  }
}
