import { Injectable } from '@nestjs/common';
import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import { isMemberTag, mostOwnTags, tagInChinese } from '@weidangxiao/shared/rules/member-tag.ts';
import { MembersService } from '../members/members.service.ts';
import { TagsService } from '../members/tags.service.ts';
import { Acts } from '../platform/access/acts.ts';
import type { PersonScope } from '../platform/access/scope.ts';

/** Whom the courses are for. */
@Injectable()
export class MemberTagsService {
  constructor(
    private readonly tags: TagsService,
    private readonly members: MembersService,
    private readonly acts: Acts,
  ) {}

  async list(scope: PersonScope): Promise<Answer<'listTags'>> {
    const counts = await this.tags.counts(scope);
    return { tags: [...counts].map(([tag, members]) => ({ tag, name: tagInChinese(tag), own: !isMemberTag(tag), members })), mostOwn: mostOwnTags };
  }

  /** @throws AppError NOT_FOUND, TAGS_MANY */
  set(scope: PersonScope, id: string, wanted: readonly string[]): Promise<Answer<'setMemberTags'>> {
    return this.acts.perform(scope, async () => ({ id, tags: await this.tags.set(scope, await this.members.find(scope, id), wanted) }));
  }
}
