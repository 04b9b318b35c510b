import { Injectable } from '@nestjs/common';
import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import { twoPlaces } from '@weidangxiao/shared/rules/score-entry.ts';
import { MembersService } from '../members/members.service.ts';
import type { TownScope } from '../platform/access/scope.ts';
import type { Figures, ScoreAdjustment } from './score-adjustment.entity.ts';
import { ScoreAdjustmentsRepository } from './score-adjustments.repository.ts';

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
      ...{ points: inPoints(points), before: figures(wasFigures), after: figures(is), reversedBy: reversals.get(id) ?? null, reverses },
    }));
  }
}

const inPoints = (hundredths: number | null): string | null => (hundredths === null ? null : twoPlaces(hundredths));

const figures = ({ rated, s, p, m, grade }: Figures): AdjustmentView['before'] => ({ rated, s: inPoints(s), p: inPoints(p), m: inPoints(m), grade });
