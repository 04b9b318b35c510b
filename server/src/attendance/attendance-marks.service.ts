import { Injectable } from '@nestjs/common';
import { AppError } from '@weidangxiao/shared/errors.ts';
import type { AttendanceStatus } from '@weidangxiao/shared/rules/assessment/rubric.ts';
import { attended, attendanceStatusNames, type Mark, type MarkWay, settle, type Settled } from '@weidangxiao/shared/rules/attendance.ts';
import { earnedHours } from '@weidangxiao/shared/rules/study-hours.ts';
import { randomUUID } from 'node:crypto';
import { MembersService } from '../members/members.service.ts';
import type { PersonScope, TownScope } from '../platform/access/scope.ts';
import { Clock } from '../platform/clock/clock.ts';
import type { ChangeLine } from '../study-sessions/session-change.entity.ts';
import type { StudySession } from '../study-sessions/study-session.entity.ts';
import { requireMove, StudySessionsService } from '../study-sessions/study-sessions.service.ts';
import { SessionCorrectionsService } from '../study-sessions/session-corrections.service.ts';
import type { AttendanceMark } from './attendance-mark.entity.ts';
import { AttendanceMarksRepository } from './attendance-marks.repository.ts';
import type { AttendanceRow } from './attendance-row.entity.ts';
import { AttendanceRepository } from './attendance.repository.ts';

export interface NewMark {
  readonly id: string;
  readonly memberId: string;
  readonly status: AttendanceStatus | null;
  readonly way: MarkWay;
  readonly capturedAt: number;
  readonly over: readonly string[];
}

/** Decided by another noun: an approved leave, a verified make-up, an exemption. */
export interface Verdict {
  readonly sessionId: string;
  readonly memberId: string;
  readonly status: AttendanceStatus;
  readonly way: Extract<MarkWay, 'leave' | 'make_up' | 'exemption'>;
}

export type StandingMark = AttendanceMark & Mark;

/** The one way to a mark, and from marks to the row that everything else reads (decision 009). */
@Injectable()
export class AttendanceMarksService {
  constructor(
    private readonly marks: AttendanceMarksRepository,
    private readonly rows: AttendanceRepository,
    private readonly sessions: StudySessionsService,
    private readonly corrections: SessionCorrectionsService,
    private readonly members: MembersService,
    private readonly clock: Clock,
  ) {}

  /**
   * Inside a unit of work, which has the session's turn from here to its end. What is known already is left as it is.
   * Answers what it changed about people; at a closed session that is also written down beside it.
   * @throws AppError CLIENT_ID_REUSED, SESSION_CLOSED, SESSION_STATE, MARK_NOT_FOR_GUEST, NOT_FOUND
   */
  async add(scope: TownScope, sessionId: string, marks: readonly NewMark[]): Promise<ChangeLine[]> {
    const { session, firstPlace } = await this.sessions.take(scope, sessionId, marks.length);
    const fresh = await this.unknown(scope, session, marks);
    for (const mark of fresh) requireTime(session, mark);
    await this.drawUpGuests(scope, session, fresh);
    const received = { sessionId, receivedAt: this.clock.now(), madeBy: scope.memberId, townId: scope.townId };
    await this.marks.insert(scope, fresh.map((mark, at) => ({ ...received, ...mark, over: [...mark.over], capturedAt: Math.min(mark.capturedAt, received.receivedAt), place: firstPlace + at })));
    const lines = await this.settleRows(scope, session, [...new Set(fresh.map(({ memberId }) => memberId))]);
    if (session.state === 'closed' && lines.length > 0 && scope.memberId && fresh.some(({ way }) => isLate(way))) {
      await this.corrections.note(scope as PersonScope, session, { id: randomUUID(), kind: 'late_marks', why: '收尾以后才收到的记录', lines });
    }
    return lines;
  }

  /**
   * For nouns that stand on attendance; inside a unit of work. A mark over everything that stands; before the session
   * opens it waits there. `unless`: leaves people alone who have one of these statuses (an exemption takes nothing from
   * somebody who was there). False where nothing was marked. @throws AppError NOT_FOUND for who is not expected, SESSION_STATE
   */
  async settle(scope: TownScope, { sessionId, memberId, status, way }: Verdict, unless: readonly AttendanceStatus[] = []): Promise<boolean> {
    await this.sessions.take(scope, sessionId, 0);
    const { standing, status: now } = await this.of(scope, sessionId, memberId);
    if ((now !== null && unless.includes(now)) || (standing.length === 1 && standing[0]?.way === way && now === status)) return false;
    await this.add(scope, sessionId, [this.over(memberId, standing, { status, way })]);
    return true;
  }

  /** Takes back what `settle` marked in that way: what the other marks say counts again. Inside a unit of work. */
  async takeBack(scope: TownScope, { sessionId, memberId, way }: Omit<Verdict, 'status'>): Promise<boolean> {
    await this.sessions.take(scope, sessionId, 0);
    const marks = await this.marksOf(scope, sessionId, [memberId]);
    const { standing } = settle(marks);
    if (!standing.some((mark) => mark.way === way)) return false;
    const { status } = settle(marks.filter((mark) => mark.way !== way));
    await this.add(scope, sessionId, [this.over(memberId, standing, { status, way })]);
    return true;
  }

  /** A mark by one who sees everything that stands now. */
  over(memberId: string, standing: readonly { id: string }[], { status, way }: Pick<NewMark, 'status' | 'way'>): NewMark {
    return { id: randomUUID(), memberId, status, way, capturedAt: this.clock.now(), over: standing.map(({ id }) => id) };
  }

  async of(scope: TownScope, sessionId: string, memberId: string): Promise<Settled<StandingMark>> {
    return settle(await this.marksOf(scope, sessionId, [memberId]));
  }

  async marksOf(scope: TownScope, sessionId: string, memberIds: readonly string[]): Promise<StandingMark[]> {
    return (await this.marks.ofMembers(scope, sessionId, memberIds)).map((mark) => ({ ...mark, order: mark.place }));
  }

  isKnown(error: unknown): boolean {
    return this.marks.isKnown(error);
  }

  /** Rows of these members anew from their marks; a row that says the same already is not touched. */
  async settleRows(scope: TownScope, session: StudySession, memberIds: readonly string[]): Promise<ChangeLine[]> {
    if (memberIds.length === 0) return [];
    const rows = await this.rows.some(scope, session.id, memberIds);
    const marks = byMember(await this.marksOf(scope, session.id, memberIds));
    const lines: ChangeLine[] = [];
    const changed: AttendanceRow[] = [];
    let more = 0;
    for (const row of rows) {
      const settled = settledRow(session, row, settle(marks.get(row.memberId) ?? []));
      if (isSame(row, settled)) continue;
      changed.push(settled);
      if (!row.guest) more += Number(attended(settled.status)) - Number(attended(row.status));
      if (row.status !== settled.status) lines.push({ field: 'attendance', label: '', memberId: row.memberId, before: nameOf(row.status), after: nameOf(settled.status) });
    }
    await this.rows.settle(scope, session.id, changed);
    await this.sessions.countAttended(scope, session.id, more);
    return lines;
  }

  private async unknown(scope: TownScope, session: StudySession, marks: readonly NewMark[]): Promise<NewMark[]> {
    const known = new Map((await this.marks.known(scope, marks.map(({ id }) => id))).map((mark) => [mark.id, mark]));
    const fresh = new Map<string, NewMark>();
    for (const mark of marks) {
      const same = known.get(mark.id) ?? fresh.get(mark.id);
      const elsewhere = known.has(mark.id) && known.get(mark.id)?.sessionId !== session.id;
      if (same && (elsewhere || same.memberId !== mark.memberId || same.status !== mark.status)) throw new AppError('CLIENT_ID_REUSED', { field: 'marks' });
      if (!same) fresh.set(mark.id, mark);
    }
    return [...fresh.values()];
  }

  /** Who came without being expected gets a row: hours and credit, never an absence. */
  private async drawUpGuests(scope: TownScope, session: StudySession, marks: readonly NewMark[]): Promise<void> {
    if (session.state === 'planned') return;
    const memberIds = [...new Set(marks.map(({ memberId }) => memberId))];
    const rows = new Map((await this.rows.some(scope, session.id, memberIds)).map((row) => [row.memberId, row]));
    for (const { memberId, status } of marks) {
      const isGuest = rows.get(memberId)?.guest ?? true;
      if (isGuest && status !== null && !attended(status)) throw new AppError(rows.has(memberId) || (await this.isHere(scope, memberId)) ? 'MARK_NOT_FOR_GUEST' : 'NOT_FOUND');
    }
    const guests = memberIds.filter((memberId) => !rows.has(memberId));
    if (guests.length === 0) return;
    const people = await this.members.people(scope, guests);
    if (people.size < guests.length) throw new AppError('NOT_FOUND');
    const groups = await this.members.groupsOn(scope, guests, session.date);
    await this.rows.insert(scope, guests.map((memberId) => rowOf(session, { memberId, groupId: groups.get(memberId) ?? null, guest: true })));
  }

  private async isHere(scope: TownScope, memberId: string): Promise<boolean> {
    return (await this.members.people(scope, [memberId])).has(memberId);
  }
}

export function byMember<M extends { readonly memberId: string }>(marks: readonly M[]): Map<string, M[]> {
  const found = new Map<string, M[]>();
  for (const mark of marks) found.set(mark.memberId, [...(found.get(mark.memberId) ?? []), mark]);
  return found;
}

/** The empty row of somebody who is expected, or came. */
export function rowOf({ townId, id, date, kind }: StudySession, { memberId, groupId, guest }: Pick<AttendanceRow, 'memberId' | 'groupId' | 'guest'>): AttendanceRow {
  return { townId, sessionId: id, memberId, groupId, date, kind, status: null, way: null, markedBy: null, differs: false, guest, spoke: false, hours: 0 };
}

function settledRow(session: StudySession, row: AttendanceRow, { status, differs, standing }: Settled<StandingMark>): AttendanceRow {
  const last = standing.at(-1);
  const hours = session.state === 'closed' ? earnedHours(session.hours, status) : 0;
  return { ...row, status, differs, way: last?.way ?? null, markedBy: last?.madeBy ?? null, hours };
}

function isSame(one: AttendanceRow, other: AttendanceRow): boolean {
  return one.status === other.status && one.differs === other.differs && one.way === other.way && one.markedBy === other.markedBy && one.hours === other.hours;
}

/** After the close-out only what was captured before it still comes in by itself; everything else is a correction. */
function requireTime(session: StudySession, { way, capturedAt }: NewMark): void {
  if (session.state === 'cancelled') requireMove(session, 'change');
  const onTime = session.closedAt === null || capturedAt <= session.closedAt;
  if (!onTime && (way === 'roll' || way === 'sheet')) requireMove(session, 'change');
}

/** What a decision explains by itself (a make-up, a correction) is not explained again. */
function isLate(way: MarkWay): boolean {
  return !['correction', 'make_up', 'leave', 'exemption'].includes(way);
}

const nameOf = (status: AttendanceStatus | null): string => (status ? attendanceStatusNames[status] : '没点');
