import { Injectable } from '@nestjs/common';
import type { Answer, Input } from '@weidangxiao/shared/contract/all.ts';
import { figureOf } from '@weidangxiao/shared/rules/score-entry.ts';
import { FrozenLinesService } from '../objections/frozen-lines.service.ts';
import { MembersService } from '../members/members.service.ts';
import { MonthlyScoresService } from '../monthly-scores/monthly-scores.service.ts';
import type { WholeTownScope } from '../platform/access/scope.ts';
import { StandingScoresService, standing } from '../score-adjustments/standing-scores.service.ts';

/** A group's figures, for the committee. */
@Injectable()
export class MonthScoresService {
  constructor(
    private readonly scores: MonthlyScoresService,
    private readonly standingScores: StandingScoresService,
    private readonly frozen: FrozenLinesService,
    private readonly members: MembersService,
  ) {}

  /** @throws AppError INPUT_INVALID for a month that has not begun */
  async list(scope: WholeTownScope, month: string, { group, page, pageSize }: Input<'listMonthScores'>['query']): Promise<Answer<'listMonthScores'>> {
    this.scores.requireBegun(month);
    const { rows, total } = await this.scores.pageOfGroup(scope, month, group === 'none' ? null : group, (page - 1) * pageSize, pageSize);
    const ids = rows.map(({ memberId }) => memberId);
    const [people, changes, frozen] = await Promise.all([this.members.people(scope, ids), this.standingScores.rowsOf(scope, month, ids), this.frozen.among(scope, 'month', month, ids)]);
    const items = rows.map((row) => {
      const adjustments = changes.get(row.memberId)?.adjustments ?? [];
      const { rated, s, p, m, grade } = standing({ row, adjustments });
      const { exempt, scoreLines } = adjustments.at(-1) ?? row;
      const lines = scoreLines.map(({ dimension, earned, max }) => ({ dimension, earned, max }));
      return { member: people.get(row.memberId) ?? { memberId: row.memberId, name: '' }, rated, exempt, s: figureOf(s), p: figureOf(p), m: figureOf(m), grade, lines, frozen: frozen.has(row.memberId), adjustments: adjustments.length };
    });
    return { items, page, pageSize, total };
  }
}
