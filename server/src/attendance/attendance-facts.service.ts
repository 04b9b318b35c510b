import { Injectable } from '@nestjs/common';
import type { Rubric } from '@weidangxiao/shared/rules/assessment/rubric.ts';
import { type SessionFact, sessionMonth, type SessionMonth } from '@weidangxiao/shared/rules/session-month.ts';
import { addDays, businessDate, datesOfMonth } from '@weidangxiao/shared/rules/week.ts';
import { MembersService } from '../members/members.service.ts';
import type { TownScope } from '../platform/access/scope.ts';
import { Clock } from '../platform/clock/clock.ts';
import { StudySessionsService } from '../study-sessions/study-sessions.service.ts';
import { evidenceOf } from './attendance.service.ts';
import { AttendanceRepository, type GroupTally } from './attendance.repository.ts';

/** What other nouns count with: the month of a member, the year's hours, who got how much. Every read is one range of an index. */
@Injectable()
export class AttendanceFactsService {
  constructor(
    private readonly rows: AttendanceRepository,
    private readonly sessions: StudySessionsService,
    private readonly members: MembersService,
    private readonly clock: Clock,
  ) {}

  /** One member's sessions of a month by dimension, each with its evidence; ready for the receipt. `credit` is the rubric's, for the words. */
  async monthOf(scope: TownScope, memberId: string, month: string, credit: Rubric['credit']): Promise<SessionMonth> {
    const { from, to } = datesOfMonth(month);
    const now = this.clock.now();
    const rows = await this.rows.ofMember(scope, memberId, from, to);
    const sessions = await this.sessions.some(scope, rows.map(({ sessionId }) => sessionId));
    const people = await this.members.people(scope, rows.map(({ markedBy }) => markedBy));
    const facts = rows.flatMap(({ sessionId, status, guest, spoke, way, markedBy }): SessionFact[] => {
      const session = sessions.get(sessionId);
      if (!session) return [];
      const { kind, title, date, number, state } = session;
      return [{ kind, title, date, number, status, guest, spoke, closed: state === 'closed', evidence: evidenceOf(way, (markedBy && people.get(markedBy)?.name) || null) }];
    });
    const opened = new Set(rows.map(({ sessionId }) => sessionId));
    const member = await this.members.find(scope, memberId);
    const coming = member.state === 'active' && to >= businessDate(now) ? await this.sessions.comingFor(scope, member, from, to) : [];
    return sessionMonth({ facts, coming: coming.filter(({ id }) => !opened.has(id)).map(({ kind, title, date }) => ({ kind, title, date })), today: businessDate(now), credit });
  }

  /** Hundredths of study hours by member, of what was closed in these days, both included; `null` for the whole town. */
  hours(scope: TownScope, from: string, to: string, memberIds: readonly string[] | null = null): Promise<Map<string, number>> {
    return this.rows.hours(scope, from, to, memberIds);
  }

  hoursOfYear(scope: TownScope, year: number, memberIds: readonly string[] | null = null): Promise<Map<string, number>> {
    return this.hours(scope, `${year}-01-01`, addDays(`${year + 1}-01-01`, -1), memberIds);
  }

  /** How often each member was at a session in these days; who is not in it was at none. */
  attendedTimes(scope: TownScope, from: string, to: string): Promise<Map<string, number>> {
    return this.rows.attendedTimes(scope, from, to);
  }

  /** Records of those expected by group, kind and status; `status` null is unmarked. */
  tallies(scope: TownScope, from: string, to: string): Promise<GroupTally[]> {
    return this.rows.tallies(scope, from, to);
  }
}
