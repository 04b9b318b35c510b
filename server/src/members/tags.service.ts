import { Injectable } from '@nestjs/common';
import { AppError } from '@weidangxiao/shared/errors.ts';
import { isMemberTag, memberTags, mostOwnTags } from '@weidangxiao/shared/rules/member-tag.ts';
import type { TownScope } from '../platform/access/scope.ts';
import type { Member } from './member.entity.ts';
import { MovesService } from './moves.service.ts';
import { TagsRepository } from './tags.repository.ts';

/** Who is a cadre, a leader in getting rich, or what the town itself calls its people: for course sets and for sessions that expect a tag. */
@Injectable()
export class TagsService {
  constructor(
    private readonly tags: TagsRepository,
    private readonly moves: MovesService,
  ) {}

  /** One of the five, or a word of the town's own. Ids of active members, whatever the reach. */
  async membersWithTag(scope: TownScope, tag: string): Promise<string[]> {
    if (!isMemberTag(tag)) return this.tags.withWord(scope, tag);
    return (await this.tags.active(scope)).filter(({ tags }) => tags.includes(tag)).map(({ id }) => id);
  }

  /** All tags of a member: the five first, then the town's own. */
  async of(scope: TownScope, member: Pick<Member, 'id' | 'tags'>): Promise<string[]> {
    return [...member.tags, ...(await this.ownOf(scope, member))];
  }

  /** The town's own words for a member. */
  async ownOf(scope: TownScope, { id }: Pick<Member, 'id'>): Promise<string[]> {
    return (await this.tags.ownOf(scope, [id])).map(({ word }) => word);
  }

  /** Tag -> how many active members have it: the five always, then the town's own words in use. */
  async counts(scope: TownScope): Promise<Map<string, number>> {
    const members = await this.tags.active(scope);
    const five = memberTags.map((tag): [string, number] => [tag, members.filter(({ tags }) => tags.includes(tag)).length]);
    return new Map([...five, ...(await this.tags.words(scope))]);
  }

  /** Call inside a unit of work. @throws AppError TAGS_MANY when the town would have too many words of its own */
  async set(scope: TownScope, { id }: Pick<Member, 'id'>, wanted: readonly string[]): Promise<string[]> {
    const tags = memberTags.filter((tag) => wanted.includes(tag));
    const words = [...new Set(wanted.filter((tag) => !isMemberTag(tag)))];
    await this.moves.change(scope, id, { tags });
    await this.tags.replaceOwn(scope, id, words);
    if (words.length > 0 && (await this.tags.words(scope)).size > mostOwnTags) throw new AppError('TAGS_MANY', { field: 'tags', detail: { most: mostOwnTags } });
    return [...tags, ...words];
  }
}
