import { Injectable } from '@nestjs/common';
import { themeStateNames } from '@weidangxiao/shared/rules/theme.ts';
import { dateInChinese } from '@weidangxiao/shared/rules/week.ts';
import { RolesService } from '../members/roles.service.ts';
import { NoticesService } from '../notices/notices.service.ts';
import type { SystemScope } from '../platform/access/scope.ts';
import type { Theme } from '../themes/theme.entity.ts';

/** What people are told when Monday 08:00 sends nothing. Every method is called inside a unit of work. */
@Injectable()
export class PushNews {
  constructor(
    private readonly notices: NoticesService,
    private readonly roles: RolesService,
  ) {}

  async notApproved(scope: SystemScope, { id, monday, title, state }: Theme): Promise<void> {
    const whom = [...(await this.roles.holders(scope, 'admin')), ...(await this.roles.holders(scope, 'approver'))];
    const text = `${dateInChinese(monday)}的主题“${title}”还是“${themeStateNames[state]}”，8点没有发出。这一周里审过以后，一分钟内就会发出。`;
    await this.tell(scope, whom, monday, { title: '这个周一的主题没有发出', text, dedupeKey: `theme-not-approved:${id}` });
  }

  async nothing(scope: SystemScope, monday: string): Promise<void> {
    const text = `${dateInChinese(monday)}没有主题，也没有设为放假，8点没有发出。这一周里写好、审过以后，一分钟内就会发出；不发的，请设为放假。`;
    await this.tell(scope, await this.roles.holders(scope, 'admin'), monday, { title: '这个周一没有主题', text, dedupeKey: `theme-none:${monday}` });
  }

  private tell(scope: SystemScope, whom: readonly string[], monday: string, news: { title: string; text: string; dedupeKey: string }): Promise<void> {
    return this.notices.tell(scope, [...new Set(whom)], { ...news, kind: 'theme', link: `/themes/${monday}` });
  }
}
