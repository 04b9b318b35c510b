import { Injectable } from '@nestjs/common';
import { dateInChinese } from '@weidangxiao/shared/rules/week.ts';
import { NoticesService } from '../notices/notices.service.ts';
import type { TownScope } from '../platform/access/scope.ts';
import type { Exemption } from './exemption.entity.ts';

/** What the member is told; never why, which stays sealed. Called inside a unit of work. */
@Injectable()
export class ExemptionNews {
  constructor(private readonly notices: NoticesService) {}

  async created(scope: TownScope, { id, memberId, fromDate, toDate }: Exemption): Promise<void> {
    const text = `${dateInChinese(fromDate)}到${dateInChinese(toDate)}免学：这些天的活动、周一和实践都不计。安心办自己的事。`;
    await this.notices.tell(scope, [memberId], { kind: 'exemption', title: '给你记了免学', text, link: null, dedupeKey: `exemption-created:${id}` });
  }

  async ended(scope: TownScope, { id, memberId, fromDate, toDate }: Exemption): Promise<void> {
    const text = toDate < fromDate ? '之前记的免学撤销了，活动照常计。有不同意见请找镇管理员。' : `免学到${dateInChinese(toDate)}为止，之后的活动照常计。`;
    await this.notices.tell(scope, [memberId], { kind: 'exemption', title: '免学结束了', text, link: null, dedupeKey: `exemption-ended:${id}` });
  }
}
