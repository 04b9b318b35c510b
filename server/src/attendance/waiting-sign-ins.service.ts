import { Injectable } from '@nestjs/common';
import type { Answer, Input } from '@weidangxiao/shared/contract/all.ts';
import { AppError } from '@weidangxiao/shared/errors.ts';
import { MembersService, reaches } from '../members/members.service.ts';
import { Acts } from '../platform/access/acts.ts';
import type { GroupScope, PersonScope, WholeTownScope } from '../platform/access/scope.ts';
import { Clock } from '../platform/clock/clock.ts';
import { SessionCloseOutService } from '../study-sessions/session-close-out.service.ts';
import { StudySessionsService } from '../study-sessions/study-sessions.service.ts';
import { AttendanceMarksService } from './attendance-marks.service.ts';
import { briefOf } from './attendance-views.ts';
import { SignInNews } from './sign-in-news.ts';
import type { SignIn } from './sign-in.entity.ts';
import { SignInsRepository } from './sign-ins.repository.ts';

type WaitingView = Answer<'decideSignIn'>;

/** More never wait in a town. */
const mostWaiting = 1_000;

/** Sign-ins that came too late to count by themselves: the leader's word decides. */
@Injectable()
export class WaitingSignInsService {
  constructor(
    private readonly signIns: SignInsRepository,
    private readonly marks: AttendanceMarksService,
    private readonly sessions: StudySessionsService,
    private readonly closeOut: SessionCloseOutService,
    private readonly members: MembersService,
    private readonly news: SignInNews,
    private readonly acts: Acts,
    private readonly clock: Clock,
  ) {}

  async list(scope: PersonScope, { page, pageSize, sessionId }: Input<'listWaitingSignIns'>['query']): Promise<Answer<'listWaitingSignIns'>> {
    const [rows, total] = await this.signIns.waiting(scope, sessionId, (page - 1) * pageSize, pageSize);
    return { items: await this.views(scope, rows), page, pageSize, total };
  }

  /** For the month's board: the groups of the sessions of these days, both included, to which some sign-in waits; one a sign-in. */
  async groupsOf(scope: PersonScope, from: string, to: string): Promise<(string | null)[]> {
    const [rows] = await this.signIns.waiting(scope, undefined, 0, mostWaiting);
    const sessions = await this.sessions.some(scope, rows.map(({ sessionId }) => sessionId));
    return rows.flatMap(({ sessionId, groupId }) => {
      const date = sessions.get(sessionId)?.date;
      return date !== undefined && date >= from && date <= to ? [groupId] : [];
    });
  }

  /** The same word twice is one decision. @throws AppError NOT_FOUND, OWN_DECISION, SIGN_IN_DECIDED, INPUT_INVALID without a reason */
  async decide(scope: GroupScope | WholeTownScope, id: string, { accept, status, reason }: Input<'decideSignIn'>['body']): Promise<WaitingView> {
    const found = await this.find(scope, id);
    if (found.memberId === scope.memberId) throw new AppError('OWN_DECISION');
    if (found.state === (accept ? 'accepted' : 'declined')) return this.asItIs(scope, found);
    if (!accept && !reason) throw new AppError('INPUT_INVALID', { field: 'reason', detail: { reason: '写一句为什么不算，好让本人知道' } });
    return this.acts.perform(scope, async () => {
      const decision = { state: accept ? ('accepted' as const) : ('declined' as const), decidedAt: this.clock.now(), decidedBy: scope.memberId, reason: reason || null };
      if (!(await this.signIns.decide(scope, id, decision))) throw new AppError('SIGN_IN_DECIDED');
      const decided = { ...found, ...decision };
      if (accept) await this.mark(scope, decided, status ?? found.proposed);
      await this.news.decided(scope, decided, await this.sessions.find(scope, found.sessionId));
      return this.view(scope, decided);
    });
  }

  /** The leader saw everything that stands and chose. */
  private async mark(scope: GroupScope | WholeTownScope, { sessionId, memberId, way, capturedAt }: SignIn, status: 'present' | 'late' | 'left_early'): Promise<void> {
    const { session } = await this.sessions.take(scope, sessionId, 0);
    if (session.state === 'planned') await this.closeOut.ensureOpen(scope, session);
    const { standing } = await this.marks.of(scope, sessionId, memberId);
    await this.marks.add(scope, sessionId, [{ ...this.marks.over(memberId, standing, { status, way }), capturedAt }]);
  }

  private async find(scope: GroupScope | WholeTownScope, id: string): Promise<SignIn> {
    const signIn = await this.signIns.one(scope, id);
    if (!signIn || !(signIn.groupId ? reaches(scope, signIn.groupId) : scope.reach === 'town')) throw new AppError('NOT_FOUND');
    return signIn;
  }

  private asItIs(scope: PersonScope, signIn: SignIn): Promise<WaitingView> {
    this.acts.changedNothing();
    return this.view(scope, signIn);
  }

  private async view(scope: PersonScope, signIn: SignIn): Promise<WaitingView> {
    const [view] = await this.views(scope, [signIn]);
    if (!view) throw new Error('a sign-in was lost on its way out');
    return view;
  }

  private async views(scope: PersonScope, rows: readonly SignIn[]): Promise<WaitingView[]> {
    const sessions = await this.sessions.some(scope, rows.map(({ sessionId }) => sessionId));
    const people = await this.members.people(scope, rows.flatMap(({ memberId, decidedBy }) => [memberId, decidedBy]));
    const personOf = (memberId: string) => people.get(memberId) ?? { memberId, name: '' };
    return rows.flatMap(({ id, state, sessionId, memberId, way, proposed, capturedAt, receivedAt, decidedAt, decidedBy, reason }) => {
      const session = sessions.get(sessionId);
      const decision = decidedAt && decidedBy ? { at: decidedAt, by: personOf(decidedBy), reason } : null;
      return session ? [{ id, state, session: briefOf(session), member: personOf(memberId), way, proposed, capturedAt, receivedAt, decision }] : [];
    });
  }
}
