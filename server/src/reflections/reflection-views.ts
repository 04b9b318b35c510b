import { Injectable } from '@nestjs/common';
import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import { GroupsService } from '../groups/groups.service.ts';
import { MembersService, reaches } from '../members/members.service.ts';
import type { PersonScope } from '../platform/access/scope.ts';
import type { Reflection } from './reflection.entity.ts';

export type ReflectionView = Answer<'getReflection'>;

/** Reflections as a reader sees them; how the review went is for the author's side and the reviewers alone. */
@Injectable()
export class ReflectionViews {
  constructor(
    private readonly members: MembersService,
    private readonly groups: GroupsService,
  ) {}

  async one(scope: PersonScope, reflection: Reflection): Promise<ReflectionView> {
    const [view] = await this.all(scope, [reflection]);
    if (!view) throw new Error('a reflection was lost on its way out');
    return view;
  }

  async all(scope: PersonScope, reflections: readonly Reflection[]): Promise<ReflectionView[]> {
    if (reflections.length === 0) return [];
    const people = await this.members.people(scope, reflections.map(({ authorId }) => authorId));
    const groups = await this.groups.names(scope);
    return reflections.map((reflection) => {
      const { id, kind, state, title, paragraphs, pictures, monday, authorId, groupId, createdAt, submittedAt, publishedAt } = reflection;
      const groupName = groupId && groups.get(groupId);
      return {
        ...{ id, kind, state, title, paragraphs, pictures, monday, createdAt, submittedAt, publishedAt, ...reviewFor(scope, reflection) },
        author: people.get(authorId) ?? { memberId: authorId, name: '' },
        group: groupId && groupName ? { id: groupId, name: groupName } : null,
      };
    });
  }
}

function reviewFor(scope: PersonScope, { authorId, groupId, machineCheck, returnedReason }: Reflection): Pick<ReflectionView, 'machineCheck' | 'returnedReason'> {
  const concerned = authorId === scope.memberId || (groupId !== null && reaches(scope, groupId)) || scope.reach === 'town';
  return concerned ? { machineCheck, returnedReason } : { machineCheck: null, returnedReason: null };
}
