import { Injectable } from '@nestjs/common';
import { BindingsService } from '../logins/bindings.service.ts';
import type { PersonScope } from '../platform/access/scope.ts';
import { WeChat } from '../platform/wechat/wechat.ts';
import type { MachineCheck, Reflection } from './reflection.entity.ts';

/** What WeChat's check says of a text. It only ever informs the people who review: it refuses nothing by itself. */
@Injectable()
export class MachineCheckService {
  constructor(
    private readonly wechat: WeChat,
    private readonly bindings: BindingsService,
  ) {}

  /** Over the network: never inside a unit of work. Asked in the name of whoever hands it in and so has just been in the mini-program. */
  async verdictOn(scope: PersonScope, { title, paragraphs }: Reflection): Promise<MachineCheck> {
    const openid = (await this.bindings.openIdsOf(scope, [scope.memberId])).get(scope.memberId);
    if (!openid) return 'unavailable';
    return this.wechat.checkText({ openid, scene: 'forum', text: [title, ...paragraphs].join('\n') });
  }
}
