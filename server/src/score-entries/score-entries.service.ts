import { Injectable } from '@nestjs/common';
import type { OpeningYear } from '@weidangxiao/shared/rules/opening-entry.ts';
import type { PointEntry } from '@weidangxiao/shared/rules/receipt/given-points.ts';
import { type PointKind, pointKinds, twoPlaces } from '@weidangxiao/shared/rules/score-entry.ts';
import type { BusinessDate } from '@weidangxiao/shared/rules/week.ts';
import type { TownScope } from '../platform/access/scope.ts';
import { OpeningEntriesRepository } from './opening-entries.repository.ts';
import { ScoreEntriesRepository } from './score-entries.repository.ts';

export interface PointsOfMonth {
  readonly bonus: string[];
  readonly deductions: string[];
}

export interface Talk {
  readonly reason: string;
  readonly talkedBy: string;
  readonly talkedOn: BusinessDate;
}

/** What stands of the entries, for the nouns of the rating. How entries come about is in `score-entry-desk.service.ts`. */
@Injectable()
export class ScoreEntriesService {
  constructor(
    private readonly entries: ScoreEntriesRepository,
    private readonly openings: OpeningEntriesRepository,
  ) {}

  /** By member; who has none is left out. */
  async ofMonth(scope: TownScope, month: string, memberIds: readonly string[]): Promise<Map<string, PointsOfMonth>> {
    const found = new Map<string, PointsOfMonth>();
    if (memberIds.length === 0) return found;
    for (const { memberId, kind, points } of await this.entries.standing(scope, pointKinds, month, memberIds)) {
      const of = found.get(memberId) ?? { bonus: [], deductions: [] };
      of[kind === 'bonus' ? 'bonus' : 'deductions'].push(twoPlaces(points ?? 0));
      found.set(memberId, of);
    }
    return found;
  }

  /** The same entries of one member with why and by what, by the day on which each happened. */
  async linesOf(scope: TownScope, month: string, memberId: string): Promise<PointEntry[]> {
    const rows = await this.entries.standing(scope, pointKinds, month, [memberId]);
    const lines = rows.map(({ id, kind, points, happenedOn, reason, evidence, fileId }) => ({ entryId: id, kind: kind as PointKind, points: twoPlaces(points ?? 0), on: happenedOn, reason, evidence, hasFile: fileId !== null }));
    return lines.sort((a, b) => a.on.localeCompare(b.on));
  }

  /** Who entered what stands for this member's month, of one kind. */
  async enterersOf(scope: TownScope, month: string, kind: PointKind, memberId: string): Promise<string[]> {
    return (await this.entries.standing(scope, [kind], month, [memberId])).map(({ enteredBy }) => enteredBy);
  }

  /** Talks about a `poor`, by member; at most one stands for a month. */
  async talksOf(scope: TownScope, month: string, memberIds: readonly string[]): Promise<Map<string, Talk>> {
    if (memberIds.length === 0) return new Map();
    const rows = await this.entries.standing(scope, ['talk'], month, memberIds);
    return new Map(rows.map(({ memberId, reason, talkedBy, happenedOn }) => [memberId, { reason, talkedBy: talkedBy ?? '', talkedOn: happenedOn }]));
  }

  /** Results of a year, '0.00' to '10.00', by member; who has none is left out. */
  async resultsOf(scope: TownScope, year: string, memberIds: readonly string[]): Promise<Map<string, string>> {
    if (memberIds.length === 0) return new Map();
    const rows = await this.entries.standing(scope, ['results'], year, memberIds);
    return new Map(rows.map(({ memberId, points }) => [memberId, twoPlaces(points ?? 0)]));
  }

  /** Of that the hours alone, in hundredths, with what shows them; of the whole town where nobody is named. */
  async openingHours(scope: TownScope, year: string, memberIds?: readonly string[]): Promise<Map<string, { hours: number; evidence: string }>> {
    const rows = memberIds?.length === 0 ? [] : await this.openings.standing(scope, year, memberIds);
    return new Map(rows.filter(({ kind }) => kind === 'hours').map(({ memberId, figure, evidence }) => [memberId, { hours: figure ?? 0, evidence }]));
  }

  /** What members bring along from before the town joined, by member; who brings nothing is left out. */
  async openingOf(scope: TownScope, year: string, memberIds: readonly string[]): Promise<Map<string, OpeningYear>> {
    const found = new Map<string, OpeningYear>();
    if (memberIds.length === 0) return found;
    for (const { memberId, kind, period, figure } of await this.openings.standing(scope, year, memberIds)) {
      const of = found.get(memberId) ?? { months: [], hours: '0.00' };
      if (kind === 'hours') found.set(memberId, { ...of, hours: twoPlaces(figure ?? 0) });
      else found.set(memberId, { ...of, months: [...of.months, { month: period, m: figure === null ? null : twoPlaces(figure) }] });
    }
    return found;
  }
}
