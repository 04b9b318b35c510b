import { Injectable } from '@nestjs/common';
import type { TownScope } from '../platform/access/scope.ts';
import type { SheetGroup } from '../publications/publication-sheets.service.ts';
import { AnnualScoresService, type NamedLine } from './annual-scores.service.ts';
import type { StandingYear } from './assessment-years.service.ts';
import { GroupOrderService } from './group-order.service.ts';

export interface YearGroup {
  readonly groupId: string | null;
  readonly name: string;
  /** By surname. */
  readonly lines: readonly NamedLine[];
}

/** A year's lines as a sheet: group by group as people count them, by surname, never by figures. */
@Injectable()
export class YearSheetService {
  constructor(
    private readonly scores: AnnualScoresService,
    private readonly order: GroupOrderService,
  ) {}

  /** None before the year is summed up. A group at a time is in memory. */
  async *groups(scope: TownScope, standing: StandingYear): AsyncGenerator<YearGroup> {
    for (const { groupId, name } of await this.order.of(scope, standing.groups ?? [])) yield { groupId, name, lines: await this.scores.ofGroup(scope, standing, groupId) };
  }

  async *published(scope: TownScope, standing: StandingYear): AsyncGenerator<SheetGroup> {
    for await (const { lines, ...group } of this.groups(scope, standing)) yield { ...group, lines: lines.map(({ memberId, name, grade }) => ({ memberId, name, grade })) };
  }
}
