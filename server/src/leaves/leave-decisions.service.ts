import { Injectable } from '@nestjs/common';
import type { Input } from '@weidangxiao/shared/contract/all.ts';
import { AppError } from '@weidangxiao/shared/errors.ts';
import { attended, attendanceStatusNames } from '@weidangxiao/shared/rules/attendance.ts';
import { leaveStateNames, mayWithdraw } from '@weidangxiao/shared/rules/leave.ts';
import { momentInChinese } from '@weidangxiao/shared/rules/span-words.ts';
import { AttendanceMarksService } from '../attendance/attendance-marks.service.ts';
import { Acts } from '../platform/access/acts.ts';
import type { GroupScope, OwnScope, PersonScope, WholeTownScope } from '../platform/access/scope.ts';
import { Clock } from '../platform/clock/clock.ts';
import type { StudySession } from '../study-sessions/study-session.entity.ts';
import { StudySessionsService } from '../study-sessions/study-sessions.service.ts';
import type { Leave } from './leave.entity.ts';
import { LeaveNews } from './leave-news.ts';
import { type LeaveView, LeaveViews } from './leave-views.ts';
import { LeavesRepository } from './leaves.repository.ts';

const wasThere = ['present', 'late', 'left_early', 'made_up'] as const;

/** What becomes of a leave: approved it settles the record, refused or withdrawn it leaves none. */
@Injectable()
export class LeaveDecisionsService {
  constructor(
    private readonly leaves: LeavesRepository,
    private readonly views: LeaveViews,
    private readonly sessions: StudySessionsService,
    private readonly marks: AttendanceMarksService,
    private readonly news: LeaveNews,
    private readonly acts: Acts,
    private readonly clock: Clock,
  ) {}

  /** The same word twice is one decision. @throws AppError NOT_FOUND, OWN_DECISION, LEAVE_STATE, LEAVE_WAS_THERE, INPUT_INVALID without a reason */
  async decide(scope: GroupScope | WholeTownScope, id: string, { approve, reason }: Input<'decideLeave'>['body']): Promise<LeaveView> {
    const leave = await this.find(scope, id);
    if (leave.memberId === scope.memberId) throw new AppError('OWN_DECISION');
    if (leave.state === (approve ? 'approved' : 'refused')) return this.asItIs(scope, leave);
    if (!approve && !reason) throw new AppError('INPUT_INVALID', { field: 'reason', detail: { reason: '写一句为什么不准，好让本人知道' } });
    return this.acts.perform(scope, async () => {
      const session = await this.sessions.find(scope, leave.sessionId);
      return approve ? this.approve(scope, session, leave) : this.refuse(scope, session, leave, reason || null);
    });
  }

  /** Inside a unit of work. @throws AppError LEAVE_STATE, LEAVE_WAS_THERE */
  async approve(scope: PersonScope, session: StudySession, leave: Leave): Promise<LeaveView> {
    const approved = await this.put(scope, leave, { state: 'approved', decidedAt: this.clock.now(), decidedBy: scope.memberId, decisionReason: null });
    const { sessionId, memberId } = leave;
    const settled = await this.marks.settle(scope, { sessionId, memberId, status: leave.exempts ? 'exempt' : 'leave', way: 'leave' }, wasThere);
    const { status } = await this.marks.of(scope, sessionId, memberId);
    if (!settled && status && attended(status)) throw new AppError('LEAVE_WAS_THERE', { detail: { status: attendanceStatusNames[status] } });
    await this.news.decided(scope, approved, session);
    return this.views.one(scope, approved);
  }

  /** Until the session begins; by the member or the leader. Withdrawn already: as it is. @throws AppError NOT_FOUND, LEAVE_STARTED, LEAVE_STATE */
  async withdraw(scope: OwnScope | GroupScope, id: string): Promise<LeaveView> {
    const leave = await this.find(scope, id);
    if (leave.state === 'withdrawn') return this.asItIs(scope, leave);
    const session = await this.sessions.find(scope, leave.sessionId);
    if (leave.state === 'refused') throw stateOf(leave);
    if (!mayWithdraw(session, this.clock.now())) throw new AppError('LEAVE_STARTED', { detail: { at: momentInChinese(session.startsAt) } });
    return this.acts.perform(scope, async () => {
      const withdrawn = await this.put(scope, leave, { state: 'withdrawn', heldSession: null });
      if (leave.state === 'approved') await this.marks.takeBack(scope, { sessionId: leave.sessionId, memberId: leave.memberId, way: 'leave' });
      await this.news.withdrawn(scope, withdrawn, session);
      return this.views.one(scope, withdrawn);
    });
  }

  private async refuse(scope: PersonScope, session: StudySession, leave: Leave, decisionReason: string | null): Promise<LeaveView> {
    const refused = await this.put(scope, leave, { state: 'refused', heldSession: null, decidedAt: this.clock.now(), decidedBy: scope.memberId, decisionReason });
    await this.news.decided(scope, refused, session);
    return this.views.one(scope, refused);
  }

  /** A decision is about one that waits; a withdrawal also about one that was approved. */
  private async put(scope: PersonScope, leave: Leave, changes: Partial<Leave>): Promise<Leave> {
    const isDecision = changes.state !== 'withdrawn';
    if (isDecision && leave.state !== 'waiting') throw stateOf(leave);
    if (!(await this.leaves.change(scope, leave, changes))) throw stateOf((await this.leaves.one(scope, leave.id)) ?? leave);
    return { ...leave, ...changes };
  }

  private async find(scope: PersonScope, id: string): Promise<Leave> {
    const leave = await this.leaves.one(scope, id);
    if (!leave) throw new AppError('NOT_FOUND');
    return leave;
  }

  private asItIs(scope: PersonScope, leave: Leave): Promise<LeaveView> {
    this.acts.changedNothing();
    return this.views.one(scope, leave);
  }
}

const stateOf = ({ state }: Leave): AppError => new AppError('LEAVE_STATE', { detail: { state: leaveStateNames[state] } });
