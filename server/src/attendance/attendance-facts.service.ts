import { Injectable } from '@nestjs/common';
import type { Rubric } from '@weidangxiao/shared/rules/assessment/rubric.ts';
import { type SessionFact, sessionMonth, type SessionMonth } from '@weidangxiao/shared/rules/session-month.ts';
import { addDays, businessDate, datesOfMonth } from '@weidangxiao/shared/rules/week.ts';
import { MembersService } from '../members/members.service.ts';
import type { TownScope } from '../platform/access/scope.ts';
import { Clock } from '../platform/clock/clock.ts';
import { StudySessionsService } from '../study-sessions/study-sessions.service.ts';
import { evidenceOf } from './attendance.service.ts';
import { briefOf } from './attendance-views.ts';
import type { AttendanceRow } from './attendance-row.entity.ts';
import { AttendanceRepository, type GroupTally } from './attendance.repository.ts';
import { WaitingMakeUpsService } from './waiting-make-ups.service.ts';

export type BriefSession = ReturnType<typeof briefOf>;

/** A settled row with its session and how it is known. */
export interface AttendanceRecord {
  readonly row: AttendanceRow;
  readonly session: BriefSession;
  readonly number: number | null;
  readonly closed: boolean;
  readonly evidence: string;
}

/** What other nouns count with: the month of a member, the year's hours, who got how much. Every read is one range of an index. */
@Injectable()
export class AttendanceFactsService {
  constructor(
    private readonly rows: AttendanceRepository,
    private readonly sessions: StudySessionsService,
    private readonly members: MembersService,
    private readonly makeUps: WaitingMakeUpsService,
    private readonly clock: Clock,
  ) {}

  /**
   * One member's sessions of a month by dimension, each with its evidence; ready for the receipt. `credit` is the rubric's,
   * for the words. What is to come on a day that is exempt is no chance.
   */
  async monthOf(scope: TownScope, memberId: string, month: string, credit: Rubric['credit'], isExempt: (date: string) => boolean = () => false): Promise<SessionMonth> {
    const { from, to } = datesOfMonth(month);
    const today = businessDate(this.clock.now());
    const records = await this.recordsOf(scope, memberId, from, to);
    const waiting = await this.makeUps.of(scope, memberId, records.map(({ session }) => session.id));
    const facts = records.map(({ row: { status, guest, spoke }, session: { id, kind, title, date }, number, closed, evidence }): SessionFact => ({ kind, title, date, number, status, guest, spoke, closed, evidence, makeUpWaits: waiting.has(id) }));
    const opened = new Set(records.map(({ session }) => session.id));
    const member = await this.members.find(scope, memberId);
    const planned = member.state === 'active' && to >= today ? await this.sessions.comingFor(scope, member, from, to) : [];
    const coming = planned.filter(({ id, date }) => !opened.has(id) && !isExempt(date)).map(({ kind, title, date }) => ({ kind, title, date }));
    return sessionMonth({ facts, coming, today, credit });
  }

  /** One member's records of these days, both included; oldest first. */
  async recordsOf(scope: TownScope, memberId: string, from: string, to: string): Promise<AttendanceRecord[]> {
    const rows = await this.rows.ofMember(scope, memberId, from, to);
    const sessions = await this.sessions.some(scope, rows.map(({ sessionId }) => sessionId));
    const people = await this.members.people(scope, rows.map(({ markedBy }) => markedBy));
    return rows.flatMap((row): AttendanceRecord[] => {
      const session = sessions.get(row.sessionId);
      const marker = (row.markedBy && people.get(row.markedBy)?.name) || null;
      return session ? [{ row, session: briefOf(session), number: session.number, closed: session.state === 'closed', evidence: evidenceOf(row.way, marker) }] : [];
    });
  }

  /** Null: not on the roll, or there is none yet. */
  /** Who made the marks that count for this member's sessions of one kind, but the member. */
  async recordersOf(scope: TownScope, memberId: string, kind: AttendanceRow['kind'], from: string, to: string): Promise<string[]> {
    const rows = await this.rows.ofMember(scope, memberId, from, to);
    const makers = rows.filter((row) => row.kind === kind).flatMap(({ markedBy }) => markedBy ?? []);
    return [...new Set(makers)].filter((maker) => maker !== memberId);
  }

  async rowOf(scope: TownScope, sessionId: string, memberId: string): Promise<AttendanceRow | null> {
    return (await this.rows.some(scope, sessionId, [memberId]))[0] ?? null;
  }

  /** Sessions as other records name them. */
  async briefs(scope: TownScope, ids: readonly string[]): Promise<Map<string, BriefSession>> {
    return new Map([...(await this.sessions.some(scope, [...new Set(ids)]))].map(([id, session]) => [id, briefOf(session)]));
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
