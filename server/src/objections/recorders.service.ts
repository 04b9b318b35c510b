import { Injectable } from '@nestjs/common';
import { sessionKinds } from '@weidangxiao/shared/rules/study-session.ts';
import { datesOfMonth } from '@weidangxiao/shared/rules/week.ts';
import { AttendanceFactsService } from '../attendance/attendance-facts.service.ts';
import type { TownScope } from '../platform/access/scope.ts';
import { ScoreEntriesService } from '../score-entries/score-entries.service.ts';
import type { Objection } from './objection.entity.ts';

/** Who made the records that an objection is about, as far as one line of a month tells. The leaders of the group are kept out by their role. */
@Injectable()
export class RecordersService {
  constructor(
    private readonly attendance: AttendanceFactsService,
    private readonly entries: ScoreEntriesService,
  ) {}

  async of(scope: TownScope, { kind, period, memberId, about }: Objection): Promise<string[]> {
    if (kind !== 'month') return [];
    if (about === 'bonus' || about === 'deduction') return this.entries.enterersOf(scope, period, about, memberId);
    const sessions = sessionKinds.find((one) => one === about);
    const { from, to } = datesOfMonth(period);
    return sessions ? this.attendance.recordersOf(scope, memberId, sessions, from, to) : [];
  }
}
