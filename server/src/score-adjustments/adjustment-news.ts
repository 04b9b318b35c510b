import { Injectable } from '@nestjs/common';
import { gradeNames } from '@weidangxiao/shared/rules/assessment/rubric.ts';
import { twoPlaces } from '@weidangxiao/shared/rules/score-entry.ts';
import { monthInChinese } from '@weidangxiao/shared/rules/week.ts';
import { MembersService } from '../members/members.service.ts';
import { RolesService } from '../members/roles.service.ts';
import { NoticesService } from '../notices/notices.service.ts';
import type { TownScope } from '../platform/access/scope.ts';
import type { Figures, ScoreAdjustment } from './score-adjustment.entity.ts';

/** Tells whoever's month changed; the committee, where a talk is owed by it. Called inside a unit of work. */
@Injectable()
export class AdjustmentNews {
  constructor(
    private readonly notices: NoticesService,
    private readonly members: MembersService,
    private readonly roles: RolesService,
  ) {}

  async booked(scope: TownScope, adjustment: ScoreAdjustment): Promise<void> {
    const { id, month, memberId, reason, wasFigures, ...is } = adjustment;
    if (is.grade === 'poor' && wasFigures.grade !== 'poor') await this.talkOwed(scope, adjustment);
    const text = `${resultText(wasFigures)}改为${resultText(is)}。${reason}`.slice(0, 200);
    await this.notices.tell(scope, [memberId], { kind: 'score', title: `你${monthInChinese(month)}的得分另记了一笔`, text, link: `/receipts/${month}`, dedupeKey: `score-adjusted:${id}` });
  }

  private async talkOwed(scope: TownScope, { id, month, memberId }: ScoreAdjustment): Promise<void> {
    const name = (await this.members.people(scope, [memberId])).get(memberId)?.name ?? '';
    const committee = (await this.roles.holders(scope, 'committee')).filter((one) => one !== memberId);
    const text = `${name}${monthInChinese(month)}的月评公示以后改成了“差”。写明理由、谈过话，公示表上才改；没谈完，年度结果不能公示。`;
    await this.notices.tell(scope, committee, { kind: 'score', title: '有一位要谈话', text, link: `/talks/${month}`, dedupeKey: `talk-owed:${id}` });
  }
}

/** 良（82.59） */
export function resultText({ rated, m, grade }: Figures): string {
  return rated && grade && m !== null ? `${gradeNames[grade]}（${twoPlaces(m)}）` : '免评';
}
