import { Injectable } from '@nestjs/common';
import type { AttendanceStatus } from '@weidangxiao/shared/rules/assessment/rubric.ts';
import { type CountedSession, type SessionFacts, sessionFacts } from '@weidangxiao/shared/rules/session-month.ts';
import { datesOfMonth } from '@weidangxiao/shared/rules/week.ts';
import type { TownScope } from '../platform/access/scope.ts';
import { AttendanceMonthRepository, type KindOfMonth } from './attendance-month.repository.ts';

/** A month's sessions of many members at once: the facts of `AttendanceFactsService.monthOf`, without their evidence. */
@Injectable()
export class AttendanceMonthService {
  constructor(private readonly rows: AttendanceMonthRepository) {}

  /** By member; who has no record in the month is left out. */
  async facts(scope: TownScope, month: string, memberIds: readonly string[]): Promise<Map<string, SessionFacts>> {
    const { from, to } = datesOfMonth(month);
    const sessions = new Map<string, CountedSession[]>();
    for (const kind of await this.rows.kinds(scope, memberIds, from, to)) {
      const known = sessions.get(kind.memberId);
      if (known) known.push(...counted(kind));
      else sessions.set(kind.memberId, counted(kind));
    }
    return new Map([...sessions].map(([memberId, facts]) => [memberId, sessionFacts(facts)]));
  }
}

/** That somebody spoke is one more line, so that it is not lost where nobody marked them. */
function counted({ kind, statuses, spoke }: KindOfMonth): CountedSession[] {
  const records = statuses === null ? [] : (statuses.split(',') as AttendanceStatus[]).map((status) => ({ kind, status, spoke: false }));
  return Number(spoke) > 0 ? [...records, { kind, status: null, spoke: true }] : records;
}
