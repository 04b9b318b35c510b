import { Injectable } from '@nestjs/common';
import { MembersService } from '../members/members.service.ts';
import { RolesService } from '../members/roles.service.ts';
import { type News, NoticesService } from '../notices/notices.service.ts';
import type { TownScope } from '../platform/access/scope.ts';
import type { Reflection } from './reflection.entity.ts';

/** What people are told about a reflection's way. Every method is called inside a unit of work. */
@Injectable()
export class ReflectionNews {
  constructor(
    private readonly notices: NoticesService,
    private readonly members: MembersService,
    private readonly roles: RolesService,
  ) {}

  /** To the admins, who review it. */
  async submitted(scope: TownScope, reflection: Reflection): Promise<void> {
    const author = (await this.members.people(scope, [reflection.authorId])).get(reflection.authorId);
    const text = `${author?.name ?? ''}交了《${reflection.title}》，请看一遍再发布。`;
    await this.notices.tell(scope, await this.roles.holders(scope, 'admin'), newsOf(reflection, 'submitted', '有一篇心得等你看', text));
  }

  published(scope: TownScope, reflection: Reflection): Promise<void> {
    return this.notices.tell(scope, [reflection.authorId], newsOf(reflection, 'published', '心得发布了', `《${reflection.title}》审过了，全镇的同志都能读到。`));
  }

  returned(scope: TownScope, reflection: Reflection): Promise<void> {
    const text = `《${reflection.title}》请再改改：${reflection.returnedReason}。改好可以再交。`;
    return this.notices.tell(scope, [reflection.authorId], newsOf(reflection, 'returned', '心得退回修改', text));
  }
}

function newsOf({ id, revision }: Reflection, step: string, title: string, text: string): News {
  return { kind: 'reflection', title, text, link: `/reflections/${id}`, dedupeKey: `reflection-${step}:${id}:${revision}` };
}
