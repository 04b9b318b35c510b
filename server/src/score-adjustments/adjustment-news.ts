import { Injectable } from '@nestjs/common';
import { gradeNames } from '@weidangxiao/shared/rules/assessment/rubric.ts';
import { twoPlaces } from '@weidangxiao/shared/rules/score-entry.ts';
import { monthInChinese } from '@weidangxiao/shared/rules/week.ts';
import { NoticesService } from '../notices/notices.service.ts';
import type { TownScope } from '../platform/access/scope.ts';
import type { Figures, ScoreAdjustment } from './score-adjustment.entity.ts';

/** Tells whoever's month changed. Called inside a unit of work. */
@Injectable()
export class AdjustmentNews {
  constructor(private readonly notices: NoticesService) {}

  async booked(scope: TownScope, { id, month, memberId, reason, wasFigures, ...is }: ScoreAdjustment): Promise<void> {
    const text = `${resultText(wasFigures)}改为${resultText(is)}。${reason}`.slice(0, 200);
    await this.notices.tell(scope, [memberId], { kind: 'score', title: `你${monthInChinese(month)}的得分另记了一笔`, text, link: `/receipts/${month}`, dedupeKey: `score-adjusted:${id}` });
  }
}

/** 良（82.59） */
export function resultText({ rated, m, grade }: Figures): string {
  return rated && grade && m !== null ? `${gradeNames[grade]}（${twoPlaces(m)}）` : '免评';
}
