import { Injectable } from '@nestjs/common';
import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import { settle } from '@weidangxiao/shared/rules/attendance.ts';
import { byName } from '@weidangxiao/shared/rules/name-order.ts';
import { GroupsService } from '../groups/groups.service.ts';
import { MembersService, type Person } from '../members/members.service.ts';
import type { TownScope } from '../platform/access/scope.ts';
import type { StudySession } from '../study-sessions/study-session.entity.ts';
import type { AttendanceRow } from './attendance-row.entity.ts';
import { AttendanceMarksService, byMember, type StandingMark } from './attendance-marks.service.ts';
import type { StatusCount } from './attendance.repository.ts';

export type RowView = Answer<'listAttendance'>['items'][number];
export type Counts = Answer<'listAttendance'>['counts'];
type MarkView = RowView['standing'][number];
export type BriefSession = Answer<'createSignIn'>['session'];

/** The roll as the leader reads it. */
@Injectable()
export class AttendanceViews {
  constructor(
    private readonly marks: AttendanceMarksService,
    private readonly members: MembersService,
    private readonly groups: GroupsService,
  ) {}

  /** In the order of the groups and of the names in them. */
  async ordered(scope: TownScope, rows: readonly AttendanceRow[]): Promise<AttendanceRow[]> {
    const names = await this.members.people(scope, rows.map(({ memberId }) => memberId));
    const groups = new Map((await this.groups.open(scope)).map(({ id }, at) => [id, at]));
    const place = ({ groupId }: AttendanceRow): number => (groupId === null ? undefined : groups.get(groupId)) ?? groups.size;
    const name = ({ memberId }: AttendanceRow): string => names.get(memberId)?.name ?? '';
    return [...rows].sort((a, b) => Number(a.guest) - Number(b.guest) || place(a) - place(b) || byName(name(a), name(b)) || a.memberId.localeCompare(b.memberId));
  }

  async all(scope: TownScope, session: StudySession, rows: readonly AttendanceRow[]): Promise<RowView[]> {
    const ids = rows.map(({ memberId }) => memberId);
    const marks = await this.marks.marksOf(scope, session.id, ids);
    const people = await this.members.briefs(scope, [...ids, ...marks.flatMap(({ madeBy }) => madeBy ?? [])]);
    const ofMember = byMember(marks);
    return rows.map((row) => viewOf(row, ofMember.get(row.memberId) ?? [], people));
  }
}

type People = ReadonlyMap<string, Person & { paper: boolean }>;

function viewOf({ memberId, groupId, guest, spoke }: AttendanceRow, marks: readonly StandingMark[], people: People): RowView {
  const { status, differs, standing } = settle(marks);
  const { name = '', paper = false } = people.get(memberId) ?? {};
  return { member: { memberId, name }, groupId, paper, guest, status, differs, standing: standing.map((mark) => markOf(mark, people)), spoke };
}

function markOf({ id, status, way, capturedAt, receivedAt, madeBy }: StandingMark, people: People): MarkView {
  return { id, status, way, capturedAt, receivedAt, by: madeBy ? { memberId: madeBy, name: people.get(madeBy)?.name ?? '' } : null };
}

export function countsOf(tallies: readonly StatusCount[]): Counts {
  const counts: Counts = { expected: 0, present: 0, late: 0, left_early: 0, leave: 0, absent: 0, made_up: 0, exempt: 0, unmarked: 0, guests: 0, differing: 0 };
  for (const { status, guest, differs, count } of tallies) {
    if (differs) counts.differing += count;
    // A guest whose mark was taken back was not there.
    if (guest) counts.guests += status === null ? 0 : count;
    else {
      counts.expected += count;
      counts[status ?? 'unmarked'] += count;
    }
  }
  return counts;
}

export function briefOf({ id, kind, title, date, startsAt, endsAt, placeText }: StudySession): BriefSession {
  return { id, kind, title, date, startsAt, endsAt, placeText };
}
