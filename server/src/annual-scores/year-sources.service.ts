import { Injectable } from '@nestjs/common';
import type { MonthFacts } from '@weidangxiao/shared/rules/assessment.ts';
import type { Grade } from '@weidangxiao/shared/rules/assessment/rubric.ts';
import { figureOf } from '@weidangxiao/shared/rules/score-entry.ts';
import type { TownScope } from '../platform/access/scope.ts';
import { PublicationsService } from '../publications/publications.service.ts';
import { ScoreEntriesService } from '../score-entries/score-entries.service.ts';

/** A published month of a member, with every adjustment after its lock in it. */
export interface PublishedMonth {
  readonly month: string;
  readonly m: string | null;
  readonly grade: Grade | null;
  readonly facts: MonthFacts;
}

export interface YearSources {
  readonly published: ReadonlyMap<string, readonly PublishedMonth[]>;
  /** Entered when the town joined. */
  readonly opening: ReadonlyMap<string, { readonly months: readonly { readonly month: string; readonly m: string | null }[]; readonly hours: string }>;
  readonly results: ReadonlyMap<string, string>;
}

/** What other nouns know of people's year, one read each for a chunk of members. */
@Injectable()
export class YearSourcesService {
  constructor(
    private readonly publications: PublicationsService,
    private readonly entries: ScoreEntriesService,
  ) {}

  async of(scope: TownScope, year: string, memberIds: readonly string[]): Promise<YearSources> {
    return {
      published: await this.publishedOf(scope, year, memberIds),
      opening: await this.entries.openingOf(scope, year, memberIds),
      results: await this.entries.resultsOf(scope, year, memberIds),
    };
  }

  private async publishedOf(scope: TownScope, year: string, memberIds: readonly string[]): Promise<Map<string, PublishedMonth[]>> {
    const standing = await this.publications.standingOf(scope, year, memberIds);
    return new Map([...standing].map(([memberId, months]) => [memberId, months.map(({ month, m, grade, facts }) => ({ month, m: figureOf(m), grade, facts }))]));
  }
}
