import { Injectable } from '@nestjs/common';
import type { PersonMonth } from '../assessments/month-facts.service.ts';
import type { TownScope } from '../platform/access/scope.ts';
import { RubricsService } from '../rubrics/rubrics.service.ts';
import { LaterFactsService } from './later-facts.service.ts';
import { type LaterFacts, scored, type ScoredRow } from './scored.ts';

export type { ScoredRow } from './scored.ts';

/** Points beside those that were entered for the month. */
export interface MorePoints {
  readonly bonus: readonly string[];
  readonly deductions: readonly string[];
}

/** Scores people's months by the one function, with the votes, bonus and deduction of the moment. */
@Injectable()
export class MonthScoringService {
  constructor(
    private readonly rubrics: RubricsService,
    private readonly later: LaterFactsService,
  ) {}

  /** In the order of `people`; `more` by member. */
  async score(scope: TownScope, month: string, people: readonly PersonMonth[], more: ReadonlyMap<string, MorePoints> = new Map()): Promise<ScoredRow[]> {
    if (people.length === 0) return [];
    const { rubric } = await this.rubrics.forMonth(scope, month);
    const later = await this.later.of(scope, month, people.map(({ memberId }) => memberId));
    return people.map((person) => scored(rubric, month, person, together(later.get(person.memberId), more.get(person.memberId))));
  }
}

function together(later: LaterFacts = {}, more?: MorePoints): LaterFacts {
  return more ? { ...later, bonus: [...(later.bonus ?? []), ...more.bonus], deductions: [...(later.deductions ?? []), ...more.deductions] } : later;
}
