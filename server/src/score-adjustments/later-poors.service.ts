import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { TownScope } from '../platform/access/scope.ts';
import { LaterPoorsSourceService } from '../score-entries/later-poors-source.service.ts';
import { ScoreEntriesService, type Talk } from '../score-entries/score-entries.service.ts';
import { ScoreAdjustmentsRepository } from './score-adjustments.repository.ts';
import { StandingScoresService } from './standing-scores.service.ts';

/** A month that was not poor when it was published, and is since a dated change. */
export interface LaterPoor {
  readonly memberId: string;
  /** Of the month's last day. */
  readonly groupId: string | null;
  readonly m: number;
  /** When the change was booked. */
  readonly on: string;
  /** Null as long as nobody has talked with them. */
  readonly talk: Talk | null;
}

/** A `poor` is published with its reason and a talk: whoever has become it afterwards is listed, and nobody else reads the grade, until there is one. */
@Injectable()
export class LaterPoorsService implements OnModuleInit {
  constructor(
    private readonly adjustments: ScoreAdjustmentsRepository,
    private readonly standing: StandingScoresService,
    private readonly entries: ScoreEntriesService,
    private readonly source: LaterPoorsSourceService,
  ) {}

  onModuleInit(): void {
    this.source.answerBy(async (scope, month) => (await this.of(scope, month)).map(({ memberId }) => memberId));
  }

  /** In the order in which they became poor. */
  async of(scope: TownScope, month: string): Promise<LaterPoor[]> {
    const ids = await this.adjustments.everPoor(scope, month);
    if (ids.length === 0) return [];
    const [rows, talks] = [await this.standing.rowsOf(scope, month, ids), await this.entries.talksOf(scope, month, ids)];
    const poors = [...rows.values()].flatMap(({ row, adjustments }): LaterPoor[] => {
      const last = adjustments.at(-1);
      if (!last || last.grade !== 'poor' || row.grade === 'poor') return [];
      return [{ memberId: row.memberId, groupId: row.groupId, m: last.m ?? 0, on: last.bookedOn, talk: talks.get(row.memberId) ?? null }];
    });
    return poors.sort((a, b) => a.on.localeCompare(b.on) || a.memberId.localeCompare(b.memberId));
  }

  /** Months in which nobody has talked with some, with how many; those without any are left out. */
  async untalked(scope: TownScope, months: readonly string[]): Promise<{ month: string; people: number }[]> {
    const found: { month: string; people: number }[] = [];
    for (const month of months) found.push({ month, people: (await this.of(scope, month)).filter(({ talk }) => talk === null).length });
    return found.filter(({ people }) => people > 0);
  }
}
