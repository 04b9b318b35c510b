import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AppError } from '@weidangxiao/shared/errors.ts';
import { attended } from '@weidangxiao/shared/rules/attendance.ts';
import { signInWindow } from '@weidangxiao/shared/rules/sign-in.ts';
import { earnedHours } from '@weidangxiao/shared/rules/study-hours.ts';
import type { PersonScope } from '../platform/access/scope.ts';
import type { ChangeLine } from '../study-sessions/session-change.entity.ts';
import type { ExpectedMember } from '../study-sessions/session-expectation.service.ts';
import { type CloseOut, type Correction, type SessionFollower, SessionFollowersService } from '../study-sessions/session-followers.service.ts';
import type { StudySession } from '../study-sessions/study-session.entity.ts';
import { AttendanceMarksService, rowOf } from './attendance-marks.service.ts';
import { AttendanceRepository } from './attendance.repository.ts';
import { SignInsRepository } from './sign-ins.repository.ts';

/** Those who get hours at all, by their share. */
const full = ['present', 'made_up'] as const;
const half = ['late', 'left_early'] as const;

/** Called when a session's roll was drawn up, inside that unit of work: an exemption that holds on its date settles its rows. */
export type DrawnUp = (scope: PersonScope, session: StudySession, expected: readonly ExpectedMember[]) => Promise<void>;

/** The roll of a session through the session's life: drawn up at its opening, with hours from its close-out on. */
@Injectable()
export class AttendanceRegisterService implements SessionFollower, OnModuleInit {
  private readonly waiting: DrawnUp[] = [];

  constructor(
    private readonly followers: SessionFollowersService,
    private readonly marks: AttendanceMarksService,
    private readonly rows: AttendanceRepository,
    private readonly signIns: SignInsRepository,
  ) {}

  onModuleInit(): void {
    this.followers.follow(this);
  }

  /** For a noun that settles attendance by dates. */
  afterDrawingUp(then: DrawnUp): void {
    this.waiting.push(then);
  }

  /** Until somebody is marked there is no record for anybody; what was decided before, a leave, counts at once. */
  async opened(scope: PersonScope, session: StudySession, expected: readonly ExpectedMember[]): Promise<void> {
    await this.rows.insert(scope, expected.map((member) => rowOf(session, { ...member, guest: false })));
    const decided = await this.marks.marksOf(scope, session.id, expected.map(({ memberId }) => memberId));
    await this.marks.settleRows(scope, session, [...new Set(decided.map(({ memberId }) => memberId))]);
    for (const then of this.waiting) await then(scope, session, expected);
  }

  /** @throws AppError SPOKE_NOT_THERE */
  async closed(scope: PersonScope, session: StudySession, { spoke }: CloseOut): Promise<void> {
    await this.noteSpoken(scope, session, spoke);
    await this.giveHours(scope, session);
    if (session.closedAt !== null) await this.signIns.closeCode(scope, session.id, session.closedAt);
  }

  async corrected(scope: PersonScope, session: StudySession, { spoke, hours, attendance }: Correction): Promise<ChangeLine[]> {
    const lines: ChangeLine[] = [];
    for (const { memberId, status } of attendance) {
      const { standing } = await this.marks.of(scope, session.id, memberId);
      lines.push(...(await this.marks.add(scope, session.id, [this.marks.over(memberId, standing, { status, way: 'correction' })])));
    }
    await this.noteSpoken(scope, session, spoke ?? []);
    if (hours !== undefined) await this.giveHours(scope, session);
    return lines;
  }

  async cancelled(scope: PersonScope, session: StudySession): Promise<void> {
    await this.rows.deleteOf(scope, session.id);
    await this.signIns.closeCode(scope, session.id, session.cancelledAt ?? session.startsAt);
  }

  async moved(scope: PersonScope, session: StudySession): Promise<void> {
    await this.signIns.moveCode(scope, session.id, signInWindow(session));
  }

  private async noteSpoken(scope: PersonScope, { id }: StudySession, memberIds: readonly string[]): Promise<void> {
    if (memberIds.length === 0) return;
    const rows = await this.rows.some(scope, id, memberIds);
    const there = new Set(rows.filter(({ status }) => attended(status)).map(({ memberId }) => memberId));
    if (memberIds.some((memberId) => !there.has(memberId))) throw new AppError('SPOKE_NOT_THERE', { field: 'spoke' });
    await this.rows.noteSpoken(scope, id, memberIds);
  }

  private async giveHours(scope: PersonScope, { id, hours }: StudySession): Promise<void> {
    for (const statuses of [full, half]) await this.rows.giveHours(scope, id, statuses, earnedHours(hours, statuses[0]));
  }
}
