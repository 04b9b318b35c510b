import { Injectable } from '@nestjs/common';
import type { CheckInFact } from '@weidangxiao/shared/rules/self-study.ts';
import { datesOfMonth } from '@weidangxiao/shared/rules/week.ts';
import type { TownScope } from '../platform/access/scope.ts';
import { CheckInsMonthRepository } from './check-ins-month.repository.ts';

export type HeldMonday = Pick<CheckInFact, 'monday' | 'state'>;

/** A month's check-ins of many members at once: as `CheckInsService.factsOf`, without their evidence. */
@Injectable()
export class CheckInsMonthService {
  constructor(private readonly checkIns: CheckInsMonthRepository) {}

  /** For the month's board: whose check-ins for these Mondays wait for the leader; one a check-in. */
  late(scope: TownScope, mondays: readonly string[]): Promise<string[]> {
    return this.checkIns.late(scope, mondays);
  }

  /** By member; who has none is left out. */
  async held(scope: TownScope, month: string, memberIds: readonly string[]): Promise<Map<string, HeldMonday[]>> {
    const { from, to } = datesOfMonth(month);
    const held = new Map<string, HeldMonday[]>();
    for (const { memberId, state, mondays } of await this.checkIns.mondays(scope, memberIds, from, to)) {
      const known = held.get(memberId) ?? [];
      for (const monday of mondays.split(',')) known.push({ monday, state: state === 'counts' ? 'counts' : 'late' });
      held.set(memberId, known);
    }
    return held;
  }
}
