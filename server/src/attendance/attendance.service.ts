import { Injectable } from '@nestjs/common';
import type { Answer, Input } from '@weidangxiao/shared/contract/all.ts';
import { makeUpDays, markWayNames } from '@weidangxiao/shared/rules/attendance.ts';
import { canBeMadeUp } from '@weidangxiao/shared/rules/make-up.ts';
import { hoursText } from '@weidangxiao/shared/rules/study-hours.ts';
import { addDays, businessDate } from '@weidangxiao/shared/rules/week.ts';
import { MembersService } from '../members/members.service.ts';
import { Acts } from '../platform/access/acts.ts';
import type { GroupScope, OwnScope, PersonScope, TownScope, WholeTownScope } from '../platform/access/scope.ts';
import { Clock } from '../platform/clock/clock.ts';
import { SessionCloseOutService } from '../study-sessions/session-close-out.service.ts';
import { SessionExpectationService } from '../study-sessions/session-expectation.service.ts';
import type { StudySession } from '../study-sessions/study-session.entity.ts';
import { StudySessionsService } from '../study-sessions/study-sessions.service.ts';
import type { AttendanceRow } from './attendance-row.entity.ts';
import { AttendanceMarksService, rowOf } from './attendance-marks.service.ts';
import { type Counts, type RowView, AttendanceViews, briefOf, countsOf } from './attendance-views.ts';
import { AttendanceRepository } from './attendance.repository.ts';
import { WaitingMakeUpsService } from './waiting-make-ups.service.ts';

const mostDays = 400;

/** The roll: read by the leader and marked, on one phone or two, with or without a network. */
@Injectable()
export class AttendanceService {
  constructor(
    private readonly rows: AttendanceRepository,
    private readonly marks: AttendanceMarksService,
    private readonly views: AttendanceViews,
    private readonly sessions: StudySessionsService,
    private readonly closeOut: SessionCloseOutService,
    private readonly expectation: SessionExpectationService,
    private readonly members: MembersService,
    private readonly makeUps: WaitingMakeUpsService,
    private readonly acts: Acts,
    private readonly clock: Clock,
  ) {}

  async list(scope: PersonScope, id: string, { page, pageSize, groupId }: Input<'listAttendance'>['query']): Promise<Answer<'listAttendance'>> {
    const session = await this.sessions.findLed(scope, id);
    const all = session.state === 'planned' ? await this.foreseen(scope, session) : await this.rows.ofSession(scope, id);
    const rows = await this.views.ordered(scope, groupId ? all.filter((row) => row.groupId === groupId) : all);
    const items = await this.views.all(scope, session, rows.slice((page - 1) * pageSize, page * pageSize));
    return { items, page, pageSize, total: rows.length, sessionId: id, state: session.state, counts: countsOf(all.map((row) => ({ ...row, count: 1 }))) };
  }

  /** @throws AppError NOT_FOUND, SESSION_TOO_EARLY, SESSION_CLOSED, SESSION_STATE, CLIENT_ID_REUSED, MARK_NOT_FOR_GUEST */
  async mark(scope: GroupScope | WholeTownScope, id: string, { marks }: Input<'markAttendance'>['body']): Promise<Answer<'markAttendance'>> {
    const session = await this.sessions.findLed(scope, id);
    await this.acts.perform(scope, async () => {
      if (session.state === 'planned') await this.closeOut.ensureOpen(scope, session);
      await this.marks.add(scope, id, marks.map((mark) => ({ ...mark, way: 'roll' as const })));
    }, { target: id });
    const rows = await this.rows.some(scope, id, [...new Set(marks.map(({ memberId }) => memberId))]);
    return { sessionId: id, counts: await this.countsOf(scope, id), rows: await this.views.all(scope, session, rows) };
  }

  /** For paper: every row in order, or who would be on the roll if it opened now. Whether the caller may see it is settled before. */
  async whole(scope: TownScope, session: StudySession): Promise<RowView[]> {
    const rows = session.state === 'planned' ? await this.foreseen(scope, session) : await this.rows.ofSession(scope, session.id);
    return this.views.all(scope, session, await this.views.ordered(scope, rows));
  }

  async countsOf(scope: PersonScope, sessionId: string): Promise<Counts> {
    return countsOf(await this.rows.statusCounts(scope, sessionId));
  }

  /** Newest first; a year back unless told. */
  async mine(scope: OwnScope, { page, pageSize, from, to }: Input<'listMyAttendance'>['query']): Promise<Answer<'listMyAttendance'>> {
    const last = to ?? businessDate(this.clock.now());
    const first = from ?? addDays(last, -mostDays);
    const [rows, total] = await this.rows.pageOfMember(scope, scope.memberId, first, last, (page - 1) * pageSize, pageSize);
    const sessions = await this.sessions.some(scope, rows.map(({ sessionId }) => sessionId));
    const people = await this.members.people(scope, rows.map(({ markedBy }) => markedBy));
    const waiting = await this.makeUps.of(scope, scope.memberId, rows.map(({ sessionId }) => sessionId));
    const items = rows.flatMap((row) => {
      const session = sessions.get(row.sessionId);
      return session ? [this.own(row, session, (row.markedBy && people.get(row.markedBy)?.name) || null, waiting.has(row.sessionId))] : [];
    });
    return { items, page, pageSize, total };
  }

  /** Who would be on the roll if it opened now. */
  private async foreseen(scope: TownScope, session: StudySession): Promise<AttendanceRow[]> {
    const expected = await this.expectation.people(scope, session);
    return expected.map((member) => rowOf(session, { ...member, guest: false }));
  }

  private own({ status, guest, spoke, hours, way, date }: AttendanceRow, session: StudySession, marker: string | null, waits: boolean): Answer<'listMyAttendance'>['items'][number] {
    const until = addDays(date, makeUpDays);
    const missed = status === 'absent' || status === 'leave';
    return {
      session: briefOf(session),
      ...{ status, guest, spoke },
      hours: hoursText(hours),
      evidence: evidenceOf(way, marker),
      makeUpUntil: missed && !waits && until >= businessDate(this.clock.now()) ? until : null,
      makeUpWaits: waits && canBeMadeUp(status),
    };
  }
}

/** How a status is known: 组长点名，陈素芬记 */
export function evidenceOf(way: AttendanceRow['way'], marker: string | null): string {
  if (way === null) return '还没有记录';
  if (marker && decided[way]) return `${marker}${decided[way]}`;
  const isOwn = way === 'scan' || way === 'digits';
  return marker && !isOwn ? `${markWayNames[way]}，${marker}记` : markWayNames[way];
}

/** Ways that their status names already: what is left to say is whose word it was. */
const decided: Partial<Record<NonNullable<AttendanceRow['way']>, string>> = { leave: '准的假', make_up: '核实的', exemption: '记的免学' };
