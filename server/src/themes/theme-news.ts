import { Injectable } from '@nestjs/common';
import { mayApprove, themeStateNames } from '@weidangxiao/shared/rules/theme.ts';
import { dateInChinese } from '@weidangxiao/shared/rules/week.ts';
import { RolesService } from '../members/roles.service.ts';
import { type News, NoticesService } from '../notices/notices.service.ts';
import type { TownScope } from '../platform/access/scope.ts';
import { ThemeAuthors } from './theme-authors.ts';
import type { Theme } from './theme.entity.ts';

/** What people are told about a theme's way. Every method is called inside a unit of work. */
@Injectable()
export class ThemeNews {
  constructor(
    private readonly notices: NoticesService,
    private readonly roles: RolesService,
    private readonly authors: ThemeAuthors,
  ) {}

  /** To those who may approve it; where there is nobody, to the admins, who can appoint somebody. */
  async submitted(scope: TownScope, theme: Theme): Promise<void> {
    const approvers = await this.approversOf(scope, theme);
    const key = `theme-submitted:${theme.id}:${theme.submittedAt}`;
    if (approvers.length > 0) {
      await this.notices.tell(scope, approvers, newsOf(theme, key, '有主题等你审', `${nameOf(theme)}送审了，请在周一8点前看一遍。`));
    } else {
      const text = `${nameOf(theme)}送审了，镇里还没有能审它的人。请给一位没写过它的同志“审核”的角色。`;
      await this.notices.tell(scope, await this.admins(scope), newsOf(theme, key, '主题还没有人审', text));
    }
  }

  async approved(scope: TownScope, theme: Theme): Promise<void> {
    const key = `theme-approved:${theme.id}:${theme.approvedAt}`;
    await this.notices.tell(scope, await this.authors.of(scope, theme), newsOf(theme, key, '主题审过了', `${nameOf(theme)}已通过，周一8点发出。`));
  }

  async returned(scope: TownScope, theme: Theme): Promise<void> {
    const key = `theme-returned:${theme.id}:${theme.returnedAt}`;
    await this.notices.tell(scope, await this.authors.of(scope, theme), newsOf(theme, key, '主题退回修改', `${nameOf(theme)}退回了：${theme.returnedReason}`));
  }

  /** To those who approve, because a correction goes out without waiting for them. */
  async revised(scope: TownScope, theme: Theme, note: string): Promise<void> {
    const key = `theme-revised:${theme.id}:${theme.revision}`;
    const approvers = (await this.roles.holders(scope, 'approver')).filter((id) => id !== scope.memberId);
    await this.notices.tell(scope, approvers, newsOf(theme, key, '发出的主题有更正', `${nameOf(theme)}：${note}`));
  }

  async missed(scope: TownScope, theme: Theme): Promise<void> {
    const text = `${nameOf(theme)}到周末还没通过，这一周没有发出，以后也不会补发。里面的课可以排到别的周一。`;
    await this.notices.tell(scope, await this.admins(scope), newsOf(theme, `theme-missed:${theme.id}`, '有一周没发出主题', text));
  }

  /** Before its Monday, once a day: what still has to happen, to those who can do it. */
  async waiting(scope: TownScope, theme: Theme, today: string): Promise<void> {
    const whom = [...(await this.admins(scope)), ...(theme.state === 'in_review' ? await this.approversOf(scope, theme) : [])];
    const text = `${nameOf(theme)}还是“${themeStateNames[theme.state]}”。周一8点前没通过，就不会发出。`;
    await this.notices.tell(scope, [...new Set(whom)], newsOf(theme, `theme-waiting:${theme.id}:${today}`, '下周一的主题还没排好', text));
  }

  /** Before a Monday for which nothing is planned, once: Friday is early enough to write, read and approve something. */
  async unplanned(scope: TownScope, monday: string): Promise<void> {
    const text = `${dateInChinese(monday)}还没有主题，也没有设为放假。请在周一8点前写好、审过；这一周不发的，请设为放假。`;
    await this.notices.tell(scope, await this.admins(scope), { kind: 'theme', title: '下周一还没有主题', text, link: `/themes/${monday}`, dedupeKey: `theme-unplanned:${monday}` });
  }

  private async approversOf(scope: TownScope, theme: Theme): Promise<string[]> {
    const authors = await this.authors.of(scope, theme);
    return (await this.roles.holders(scope, 'approver')).filter((id) => mayApprove(authors, id));
  }

  private admins(scope: TownScope): Promise<string[]> {
    return this.roles.holders(scope, 'admin');
  }
}

function nameOf({ monday, title }: Theme): string {
  return `${dateInChinese(monday)}的主题“${title}”`;
}

function newsOf({ monday }: Theme, dedupeKey: string, title: string, text: string): News {
  return { kind: 'theme', title, text, link: `/themes/${monday}`, dedupeKey };
}
