import { Injectable } from '@nestjs/common';
import type { Member } from '../members/member.entity.ts';
import { MembersService } from '../members/members.service.ts';
import { RolesService } from '../members/roles.service.ts';
import { TagsService } from '../members/tags.service.ts';
import type { PersonScope, TownScope } from '../platform/access/scope.ts';
import type { StudySession } from './study-session.entity.ts';
import { type ExpectedAs, StudySessionsRepository } from './study-sessions.repository.ts';

export interface ExpectedMember {
  readonly memberId: string;
  /** The member's group on the session's date. */
  readonly groupId: string | null;
}

export type Expecting = Pick<StudySession, 'id' | 'date' | 'expectKind' | 'expectTag'>;

/** Who is expected at a session: by dated membership, by tag, or as the branch committee. */
@Injectable()
export class SessionExpectationService {
  constructor(
    private readonly sessions: StudySessionsRepository,
    private readonly members: MembersService,
    private readonly roles: RolesService,
    private readonly tags: TagsService,
  ) {}

  async people(scope: TownScope, session: Expecting): Promise<ExpectedMember[]> {
    if (session.expectKind !== 'groups') return this.chosen(scope, session);
    const groups = await this.sessions.groupsOf(scope, [session.id]);
    return this.ofGroups(scope, groups.map(({ groupId }) => groupId), session.date);
  }

  /** The same for a session that is not stored yet. */
  async peopleOf(scope: TownScope, session: Expecting, groupIds: readonly string[]): Promise<ExpectedMember[]> {
    return session.expectKind === 'groups' ? this.ofGroups(scope, groupIds, session.date) : this.chosen(scope, session);
  }

  /** How the calendar finds the sessions of one person, by today's group and tags. */
  async as(scope: PersonScope): Promise<ExpectedAs> {
    return this.asMember(scope, await this.members.self(scope));
  }

  async asMember(scope: TownScope, member: Pick<Member, 'id' | 'groupId' | 'tags'>): Promise<ExpectedAs> {
    const { roles } = await this.roles.heldBy(scope, member.id);
    return { groupId: member.groupId, tags: await this.tags.of(scope, member), committee: roles.includes('committee') };
  }

  private async ofGroups(scope: TownScope, groupIds: readonly string[], date: string): Promise<ExpectedMember[]> {
    // Somebody moved on that very day stands once.
    const belonging = await this.members.belongingOn(scope, groupIds, date);
    return [...new Map(belonging.map((one) => [one.memberId, one])).values()];
  }

  private async chosen(scope: TownScope, { expectKind, expectTag, date }: Expecting): Promise<ExpectedMember[]> {
    const ids = expectKind === 'committee' ? await this.roles.holders(scope, 'committee') : await this.tags.membersWithTag(scope, expectTag ?? '');
    const groups = await this.members.groupsOn(scope, ids, date);
    return ids.map((memberId) => ({ memberId, groupId: groups.get(memberId) ?? null }));
  }
}
