import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { TownScope } from '../platform/access/scope.ts';
import { type Corrections, type LaterGrade, LaterCorrectionsService } from '../publications/later-corrections.service.ts';
import { AnnualCorrectionsRepository } from './annual-corrections.repository.ts';

/** Tells readers of a year's sheet whose grade a dated line has made another one. */
@Injectable()
export class YearCorrectionsService implements Corrections, OnModuleInit {
  constructor(
    private readonly later: LaterCorrectionsService,
    private readonly corrections: AnnualCorrectionsRepository,
  ) {}

  onModuleInit(): void {
    this.later.add('year', this);
  }

  /** Grades alone: that figures moved within one is nobody's business. */
  async of(scope: TownScope, year: string, memberIds: readonly string[]): Promise<ReadonlyMap<string, LaterGrade>> {
    const published = new Map<string, string | null>();
    const found = new Map<string, LaterGrade>();
    for (const { memberId, before, after, correctedOn } of await this.corrections.ofMembers(scope, year, memberIds)) {
      if (!published.has(memberId)) published.set(memberId, before.grade);
      if (after.grade === published.get(memberId)) found.delete(memberId);
      else found.set(memberId, { grade: after.grade, on: correctedOn });
    }
    return found;
  }

  count(scope: TownScope, year: string): Promise<number> {
    return this.corrections.count(scope, year);
  }
}
