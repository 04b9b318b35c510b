import { Injectable } from '@nestjs/common';
import type { Answer, Input } from '@weidangxiao/shared/contract/all.ts';
import { AppError } from '@weidangxiao/shared/errors.ts';
import type { AttendanceStatus } from '@weidangxiao/shared/rules/assessment/rubric.ts';
import type { MarkWay } from '@weidangxiao/shared/rules/attendance.ts';
import { judgeSignIn } from '@weidangxiao/shared/rules/sign-in.ts';
import { timeOf } from '@weidangxiao/shared/rules/study-session.ts';
import { MembersService } from '../members/members.service.ts';
import { Acts } from '../platform/access/acts.ts';
import type { OwnScope } from '../platform/access/scope.ts';
import { Clock } from '../platform/clock/clock.ts';
import { SessionCloseOutService } from '../study-sessions/session-close-out.service.ts';
import { SessionExpectationService } from '../study-sessions/session-expectation.service.ts';
import type { StudySession } from '../study-sessions/study-session.entity.ts';
import { StudySessionsService } from '../study-sessions/study-sessions.service.ts';
import { AttendanceMarksService } from './attendance-marks.service.ts';
import { briefOf } from './attendance-views.ts';
import { SignInNews } from './sign-in-news.ts';
import { SignInsRepository } from './sign-ins.repository.ts';

type SignInBody = Input<'createSignIn'>['body'];
export type SignInAnswer = Answer<'createSignIn'>;

interface Arrival {
  readonly id: string;
  readonly memberId: string;
  readonly way: MarkWay;
  readonly capturedAt: number;
  readonly receivedAt: number;
}

/** A member at the door, by camera or digits; for oneself, or for somebody who said yes to it. */
@Injectable()
export class SignInsService {
  constructor(
    private readonly signIns: SignInsRepository,
    private readonly marks: AttendanceMarksService,
    private readonly sessions: StudySessionsService,
    private readonly expectation: SessionExpectationService,
    private readonly closeOut: SessionCloseOutService,
    private readonly members: MembersService,
    private readonly news: SignInNews,
    private readonly acts: Acts,
    private readonly clock: Clock,
  ) {}

  /**
   * Success is said only where this session holds the record. A second one is answered with the first.
   * @throws AppError SIGN_IN_CODE_WRONG, SIGN_IN_SCENE_WRONG, SIGN_IN_EARLY, SIGN_IN_OTHER_GROUP, SIGN_IN_NOT_EXPECTED, SIGN_IN_CANCELLED, NOT_FOUND
   */
  async create(scope: OwnScope, { id, by, capturedAt, forMember }: SignInBody): Promise<SignInAnswer> {
    const session = await this.sessionOf(scope, by, capturedAt);
    if (session.state === 'cancelled') throw new AppError('SIGN_IN_CANCELLED', { detail: { title: session.title } });
    const receivedAt = this.clock.now();
    const memberId = forMember?.memberId ?? scope.memberId;
    await this.requireExpected(scope, session, memberId);
    const way = memberId === scope.memberId ? by.kind : ('helper' as const);
    return this.once(scope, session, { id, memberId, way, capturedAt: Math.min(capturedAt, receivedAt), receivedAt });
  }

  private async sessionOf(scope: OwnScope, by: SignInBody['by'], capturedAt: number): Promise<StudySession> {
    const code = by.kind === 'scan' ? await this.signIns.byScene(scope, by.scene) : await this.byDigits(scope, by.digits, capturedAt);
    if (!code) throw new AppError(by.kind === 'scan' ? 'SIGN_IN_SCENE_WRONG' : 'SIGN_IN_CODE_WRONG', { field: `by.${by.kind === 'scan' ? 'scene' : 'digits'}` });
    return this.sessions.find(scope, code.sessionId);
  }

  /** Digits are given again after their session: those of the moment when they were typed, else those that are alive. */
  private async byDigits(scope: OwnScope, digits: string, capturedAt: number) {
    const codes = await this.signIns.byDigits(scope, digits);
    return codes.find(({ opensAt, closesAt }) => opensAt <= capturedAt && capturedAt <= closesAt) ?? codes.find(({ heldDigits }) => heldDigits !== null) ?? codes[0] ?? null;
  }

  private async requireExpected(scope: OwnScope, session: StudySession, memberId: string): Promise<void> {
    const expected = new Set((await this.expectation.people(scope, session)).map((one) => one.memberId));
    if (!expected.has(scope.memberId)) throw new AppError('SIGN_IN_OTHER_GROUP', { detail: { title: session.title } });
    if (expected.has(memberId)) return;
    const isHere = (await this.members.people(scope, [memberId])).has(memberId);
    throw new AppError(isHere ? 'SIGN_IN_NOT_EXPECTED' : 'NOT_FOUND');
  }

  private async once(scope: OwnScope, session: StudySession, arrival: Arrival): Promise<SignInAnswer> {
    const known = await this.known(scope, session, arrival);
    if (known) return known;
    try {
      return await this.acts.perform(scope, () => this.record(scope, session.id, arrival));
    } catch (error) {
      const faster = this.signIns.isWaiting(error) || this.marks.isKnown(error) ? await this.known(scope, session, arrival) : null;
      if (!faster) throw error;
      return faster;
    }
  }

  /** A mark of the roll stands, or an earlier sign-in does: nothing is added. */
  private async known(scope: OwnScope, session: StudySession, arrival: Arrival): Promise<SignInAnswer | null> {
    const answer = await this.standing(scope, session, arrival);
    if (answer) this.acts.changedNothing();
    return answer;
  }

  private async standing(scope: OwnScope, session: StudySession, arrival: Arrival): Promise<SignInAnswer | null> {
    const { standing, status } = await this.marks.of(scope, session.id, arrival.memberId);
    const own = standing.find(({ id }) => id === arrival.id);
    if (own) return this.answer(scope, session, arrival, { result: 'counts', status });
    if (status !== null && standing.some(({ way }) => way !== 'leave' && way !== 'exemption')) return this.answer(scope, session, arrival, { result: 'already', status });
    const waiting = await this.signIns.ofMember(scope, session.id, arrival.memberId);
    if (!waiting) return null;
    return this.answer(scope, session, arrival, waiting.state === 'accepted' ? { result: 'already', status: waiting.proposed } : { result: 'waiting', status: null });
  }

  /** With the session's turn, so that the close-out, the roll or another phone were before or come after. */
  private async record(scope: OwnScope, sessionId: string, arrival: Arrival): Promise<SignInAnswer> {
    const { session } = await this.sessions.take(scope, sessionId, 0);
    const faster = await this.standing(scope, session, arrival);
    if (faster) return faster;
    const verdict = judgeSignIn(session, arrival.capturedAt, arrival.receivedAt);
    if (verdict.state === 'too_early') throw new AppError('SIGN_IN_EARLY', { detail: { time: timeOf(verdict.opensAt) } });
    if (verdict.state === 'waiting') return this.wait(scope, session, arrival, verdict.status);
    const code = await this.signIns.codeOf(scope, sessionId);
    await this.closeOut.ensureOpen(scope, session, code?.createdBy ?? scope.memberId);
    const { standing } = await this.marks.of(scope, sessionId, arrival.memberId);
    const { id, memberId, way, capturedAt } = arrival;
    // Somebody on leave came all the same.
    await this.marks.add(scope, sessionId, [{ id, memberId, way, capturedAt, status: verdict.status, over: standing.map((mark) => mark.id) }]);
    return this.answer(scope, session, arrival, { result: 'counts', status: verdict.status });
  }

  private async wait(scope: OwnScope, session: StudySession, { id, memberId, way, capturedAt, receivedAt }: Arrival, proposed: 'present' | 'late'): Promise<SignInAnswer> {
    const row = { townId: scope.townId, id, sessionId: session.id, groupId: session.groupId, memberId, way, proposed, state: 'waiting' as const, capturedAt, receivedAt, madeBy: scope.memberId, decidedAt: null, decidedBy: null, reason: null };
    await this.signIns.insert(scope, row);
    await this.news.waiting(scope, row, session);
    return this.answer(scope, session, { id, memberId, way, capturedAt, receivedAt }, { result: 'waiting', status: null });
  }

  private async answer(scope: OwnScope, session: StudySession, { id, memberId, capturedAt, receivedAt }: Arrival, { result, status }: { result: SignInAnswer['result']; status: AttendanceStatus | null }): Promise<SignInAnswer> {
    const member = (await this.members.people(scope, [memberId])).get(memberId) ?? { memberId, name: '' };
    return { id, result, status, session: briefOf(session), member, capturedAt, receivedAt };
  }
}
