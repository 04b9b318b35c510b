import { Injectable } from '@nestjs/common';
import type { Answer, Input } from '@weidangxiao/shared/contract/all.ts';
import { AppError } from '@weidangxiao/shared/errors.ts';
import { exempts, judgeLeave } from '@weidangxiao/shared/rules/leave.ts';
import { addDays, businessDate, dateInChinese, startOf } from '@weidangxiao/shared/rules/week.ts';
import { randomUUID } from 'node:crypto';
import { MembersService, reaches } from '../members/members.service.ts';
import { Acts } from '../platform/access/acts.ts';
import type { GroupScope, OwnScope, PersonScope, TownScope } from '../platform/access/scope.ts';
import { Clock } from '../platform/clock/clock.ts';
import { SessionExpectationService } from '../study-sessions/session-expectation.service.ts';
import type { StudySession } from '../study-sessions/study-session.entity.ts';
import { requireMove, StudySessionsService } from '../study-sessions/study-sessions.service.ts';
import { LeaveDecisionsService } from './leave-decisions.service.ts';
import type { Leave } from './leave.entity.ts';
import { LeaveNews } from './leave-news.ts';
import { type LeaveView, LeaveViews } from './leave-views.ts';
import { LeavesRepository } from './leaves.repository.ts';

/** A list never reaches further back than this, so that none grows with a town's history. */
const mostDays = 400;
/** More never wait in a town. */
const mostWaiting = 1_000;

/** How leaves are asked, and read. What becomes of them is in `leave-decisions.service.ts`. */
@Injectable()
export class LeavesService {
  constructor(
    private readonly leaves: LeavesRepository,
    private readonly views: LeaveViews,
    private readonly decisions: LeaveDecisionsService,
    private readonly sessions: StudySessionsService,
    private readonly expectation: SessionExpectationService,
    private readonly members: MembersService,
    private readonly news: LeaveNews,
    private readonly acts: Acts,
    private readonly clock: Clock,
  ) {}

  async list(scope: PersonScope, { page, pageSize, mine, ...filter }: Input<'listLeaves'>['query']): Promise<Answer<'listLeaves'>> {
    const since = startOf(addDays(businessDate(this.clock.now()), -mostDays));
    const [rows, total] = await this.leaves.page(scope, { ...filter, since, memberId: mine ? scope.memberId : undefined }, (page - 1) * pageSize, pageSize);
    return { items: await this.views.all(scope, rows), page, pageSize, total };
  }

  /** For the month's board: the groups of those that wait about sessions of these days, both included; one a piece. */
  async waitingIn(scope: PersonScope, from: string, to: string): Promise<(string | null)[]> {
    const [rows] = await this.leaves.page(scope, { since: startOf(addDays(from, -mostDays)), state: 'waiting' }, 0, mostWaiting);
    const sessions = await this.sessions.some(scope, rows.map(({ sessionId }) => sessionId));
    return rows.flatMap(({ sessionId, groupId }) => {
      const date = sessions.get(sessionId)?.date;
      return date !== undefined && date >= from && date <= to ? [groupId] : [];
    });
  }

  /** For paper: leaves from that group's sessions of these days, both included, by the day of the session. Whether the caller leads it is settled before. */
  async ofGroup(scope: TownScope, groupId: string, from: string, to: string): Promise<LeaveView[]> {
    const views = await this.views.all(scope, await this.leaves.ofGroup(scope, groupId, startOf(addDays(from, -mostDays))));
    return views.filter(({ session }) => session.date >= from && session.date <= to).sort((a, b) => a.session.startsAt - b.session.startsAt);
  }

  /** @throws AppError NOT_FOUND, CLIENT_ID_REUSED, SESSION_STATE, LEAVE_NOT_EXPECTED, LEAVE_AFTER_SESSION, LEAVE_AFTER_MAKE_UP, LEAVE_EXISTS, LEAVE_WAS_THERE */
  async create(scope: OwnScope | GroupScope, body: Input<'createLeave'>['body']): Promise<LeaveView> {
    const memberId = body.memberId ?? scope.memberId;
    const known = await this.known(scope, memberId, body);
    if (known) return this.asItIs(scope, known);
    const session = await this.sessions.find(scope, body.sessionId);
    const leave = await this.judged(scope, session, memberId, body);
    try {
      return await this.acts.perform(scope, () => this.ask(scope, session, leave));
    } catch (error) {
      if (this.leaves.isAsked(error)) throw new AppError('LEAVE_EXISTS');
      const faster = this.leaves.isKnown(error) ? await this.known(scope, memberId, body) : null;
      if (!faster) throw error;
      return this.asItIs(scope, faster);
    }
  }

  private async ask(scope: PersonScope, session: StudySession, leave: Leave): Promise<LeaveView> {
    await this.leaves.insert(scope, leave);
    // A leader who enters it for somebody has thereby said yes.
    if (leave.memberId !== scope.memberId) return this.decisions.approve(scope, session, leave);
    await this.news.asked(scope, leave, session);
    return this.views.one(scope, leave);
  }

  private async judged(scope: PersonScope, session: StudySession, memberId: string, { clientId, reason, text, capturedAt }: Input<'createLeave'>['body']): Promise<Leave> {
    const groupId = await this.members.groupOn(scope, memberId, session.date);
    if (memberId !== scope.memberId && !(groupId && reaches(scope, groupId))) throw new AppError('NOT_FOUND');
    if (session.state === 'cancelled') requireMove(session, 'change');
    await this.requireExpected(scope, session, memberId);
    const receivedAt = this.clock.now();
    const captured = Math.min(capturedAt, receivedAt);
    const verdict = judgeLeave(session, captured, receivedAt);
    if (verdict.state === 'too_late') throw new AppError(verdict.makeUpUntil ? 'LEAVE_AFTER_SESSION' : 'LEAVE_AFTER_MAKE_UP', { detail: { until: dateInChinese(verdict.wasUntil) } });
    return {
      ...{ townId: scope.townId, id: randomUUID(), sessionId: session.id, memberId, groupId, heldSession: session.id, state: 'waiting', exempts: exempts(reason) },
      ...{ causeCipher: this.views.seal(scope, { reason, text: text || null }), clientId, enteredBy: scope.memberId, late: verdict.late, capturedAt: captured, receivedAt },
      ...{ decidedAt: null, decidedBy: null, decisionReason: null },
    };
  }

  private async requireExpected(scope: PersonScope, session: StudySession, memberId: string): Promise<void> {
    const expected = await this.expectation.people(scope, session);
    if (!expected.some((one) => one.memberId === memberId)) throw new AppError('LEAVE_NOT_EXPECTED', { detail: { title: session.title } });
  }

  private async known(scope: PersonScope, memberId: string, { clientId, sessionId }: Input<'createLeave'>['body']): Promise<Leave | null> {
    const known = await this.leaves.byClientId(scope, scope.memberId, clientId);
    if (known && (known.sessionId !== sessionId || known.memberId !== memberId)) throw new AppError('CLIENT_ID_REUSED', { field: 'clientId' });
    return known;
  }

  private asItIs(scope: PersonScope, leave: Leave): Promise<LeaveView> {
    this.acts.changedNothing();
    return this.views.one(scope, leave);
  }
}
