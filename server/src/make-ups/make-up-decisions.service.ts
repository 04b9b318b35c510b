import { Injectable } from '@nestjs/common';
import type { Input } from '@weidangxiao/shared/contract/all.ts';
import { AppError } from '@weidangxiao/shared/errors.ts';
import { attended, attendanceStatusNames } from '@weidangxiao/shared/rules/attendance.ts';
import { makeUpStateNames } from '@weidangxiao/shared/rules/make-up.ts';
import { AttendanceMarksService } from '../attendance/attendance-marks.service.ts';
import { Acts } from '../platform/access/acts.ts';
import type { GroupScope, PersonScope, WholeTownScope } from '../platform/access/scope.ts';
import { Clock } from '../platform/clock/clock.ts';
import type { StudySession } from '../study-sessions/study-session.entity.ts';
import { StudySessionsService } from '../study-sessions/study-sessions.service.ts';
import type { MakeUp } from './make-up.entity.ts';
import { MakeUpNews } from './make-up-news.ts';
import { type MakeUpView, MakeUpViews } from './make-up-views.ts';
import { MakeUpsRepository } from './make-ups.repository.ts';

const wasThere = ['present', 'late', 'left_early', 'made_up'] as const;

/** What becomes of a make-up: verified it counts like having been there. */
@Injectable()
export class MakeUpDecisionsService {
  constructor(
    private readonly makeUps: MakeUpsRepository,
    private readonly views: MakeUpViews,
    private readonly sessions: StudySessionsService,
    private readonly marks: AttendanceMarksService,
    private readonly news: MakeUpNews,
    private readonly acts: Acts,
    private readonly clock: Clock,
  ) {}

  /** The same word twice is one decision. @throws AppError NOT_FOUND, OWN_DECISION, MAKE_UP_STATE, MAKE_UP_NOT_NEEDED, INPUT_INVALID without a reason */
  async decide(scope: GroupScope | WholeTownScope, id: string, { accept, reason }: Input<'decideMakeUp'>['body']): Promise<MakeUpView> {
    const makeUp = await this.makeUps.one(scope, id);
    if (!makeUp) throw new AppError('NOT_FOUND');
    if (makeUp.memberId === scope.memberId) throw new AppError('OWN_DECISION');
    if (makeUp.state === (accept ? 'verified' : 'declined')) return this.asItIs(scope, makeUp);
    if (!accept && !reason) throw new AppError('INPUT_INVALID', { field: 'reason', detail: { reason: '写一句为什么不算，好让本人知道' } });
    return this.acts.perform(scope, async () => {
      const session = await this.sessions.find(scope, makeUp.sessionId);
      return accept ? this.verify(scope, session, makeUp) : this.decline(scope, session, makeUp, reason || null);
    });
  }

  /** Inside a unit of work. @throws AppError MAKE_UP_STATE, MAKE_UP_NOT_NEEDED for whoever was there after all */
  async verify(scope: PersonScope, session: StudySession, makeUp: MakeUp): Promise<MakeUpView> {
    const verified = await this.put(scope, makeUp, { state: 'verified', decidedAt: this.clock.now(), decidedBy: scope.memberId, decisionReason: null });
    const { sessionId, memberId } = makeUp;
    const settled = await this.marks.settle(scope, { sessionId, memberId, status: 'made_up', way: 'make_up' }, wasThere);
    const { status } = await this.marks.of(scope, sessionId, memberId);
    if (!settled && status && attended(status)) throw new AppError('MAKE_UP_NOT_NEEDED', { detail: { status: attendanceStatusNames[status] } });
    await this.news.decided(scope, verified, session);
    return this.views.one(scope, verified);
  }

  private async decline(scope: PersonScope, session: StudySession, makeUp: MakeUp, decisionReason: string | null): Promise<MakeUpView> {
    const declined = await this.put(scope, makeUp, { state: 'declined', heldSession: null, decidedAt: this.clock.now(), decidedBy: scope.memberId, decisionReason });
    await this.news.decided(scope, declined, session);
    return this.views.one(scope, declined);
  }

  private async put(scope: PersonScope, makeUp: MakeUp, changes: Partial<MakeUp>): Promise<MakeUp> {
    if (makeUp.state !== 'waiting') throw stateOf(makeUp);
    if (!(await this.makeUps.change(scope, makeUp, changes))) throw stateOf((await this.makeUps.one(scope, makeUp.id)) ?? makeUp);
    return { ...makeUp, ...changes };
  }

  private asItIs(scope: PersonScope, makeUp: MakeUp): Promise<MakeUpView> {
    this.acts.changedNothing();
    return this.views.one(scope, makeUp);
  }
}

const stateOf = ({ state }: MakeUp): AppError => new AppError('MAKE_UP_STATE', { detail: { state: makeUpStateNames[state] } });
