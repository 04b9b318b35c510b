import { Injectable } from '@nestjs/common';
import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import { figureOf } from '@weidangxiao/shared/rules/score-entry.ts';
import { MembersService } from '../members/members.service.ts';
import type { TownScope } from '../platform/access/scope.ts';
import type { ScoreAdjustment } from './score-adjustment.entity.ts';
import { ScoreAdjustmentsRepository } from './score-adjustments.repository.ts';
import { figuresRead } from './standing-scores.service.ts';

export type AdjustmentView = Answer<'createScoreAdjustment'>;

@Injectable()
export class AdjustmentViews {
  constructor(
    private readonly adjustments: ScoreAdjustmentsRepository,
    private readonly members: MembersService,
  ) {}

  async all(scope: TownScope, rows: readonly ScoreAdjustment[]): Promise<AdjustmentView[]> {
    const [people, reversals] = await Promise.all([
      this.members.people(scope, rows.flatMap(({ memberId, bookedBy }) => [memberId, bookedBy])),
      this.adjustments.reversals(scope, rows.map(({ id }) => id)),
    ]);
    return rows.map(({ id, month, memberId, kind, bookedOn, bookedBy, reason, evidence, points, wasFigures, reverses, ...is }) => ({
      ...{ id, month, member: people.get(memberId) ?? { memberId, name: '' }, kind, bookedOn, bookedBy: people.get(bookedBy ?? '') ?? null, reason, evidence },
      ...{ points: figureOf(points), before: figuresRead(wasFigures), after: figuresRead(is), reversedBy: reversals.get(id) ?? null, reverses },
    }));
  }
}
