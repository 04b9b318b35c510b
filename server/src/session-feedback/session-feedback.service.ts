import { Injectable } from '@nestjs/common';
import type { Answer, Input } from '@weidangxiao/shared/contract/all.ts';
import { AppError } from '@weidangxiao/shared/errors.ts';
import { attended } from '@weidangxiao/shared/rules/attendance.ts';
import { sumFeedback } from '@weidangxiao/shared/rules/session-feedback.ts';
import { AttendanceMarksService } from '../attendance/attendance-marks.service.ts';
import { reaches } from '../members/members.service.ts';
import { Acts } from '../platform/access/acts.ts';
import type { OwnScope, PersonScope } from '../platform/access/scope.ts';
import { Clock } from '../platform/clock/clock.ts';
import { StudySessionsService } from '../study-sessions/study-sessions.service.ts';
import { SessionFeedbackRepository } from './session-feedback.repository.ts';

/** Two taps of those who were there; counts for those who plan. */
@Injectable()
export class SessionFeedbackService {
  constructor(
    private readonly feedback: SessionFeedbackRepository,
    private readonly sessions: StudySessionsService,
    private readonly attendance: AttendanceMarksService,
    private readonly acts: Acts,
    private readonly clock: Clock,
  ) {}

  /** Said again, the later word counts. @throws AppError NOT_FOUND, FEEDBACK_NOT_YET, FEEDBACK_NOT_THERE */
  give(scope: OwnScope, sessionId: string, answer: Input<'createSessionFeedback'>['body']): Promise<Answer<'createSessionFeedback'>> {
    return this.acts.perform(scope, async () => {
      const session = await this.sessions.find(scope, sessionId);
      if (session.state !== 'closed') throw new AppError('FEEDBACK_NOT_YET');
      const { status } = await this.attendance.of(scope, sessionId, scope.memberId);
      if (!attended(status)) throw new AppError('FEEDBACK_NOT_THERE');
      await this.feedback.put(scope, { ...answer, townId: scope.townId, sessionId, memberId: scope.memberId, at: this.clock.now() });
      return answer;
    }, { target: sessionId });
  }

  /** @throws AppError NOT_FOUND for a session of a group that the caller does not lead */
  async sum(scope: PersonScope, sessionId: string): Promise<Answer<'getSessionFeedback'>> {
    const { groupId } = await this.sessions.find(scope, sessionId);
    if (groupId === null ? scope.reach !== 'town' : !reaches(scope, groupId)) throw new AppError('NOT_FOUND');
    return sumFeedback(await this.feedback.counts(scope, sessionId));
  }
}
