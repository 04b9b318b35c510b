import { Controller } from '@nestjs/common';
import type { Answer, Input } from '@weidangxiao/shared/contract/all.ts';
import { By, In } from '../platform/access/request.ts';
import type { OwnScope, PersonScope } from '../platform/access/scope.ts';
import { Serves } from '../platform/access/serves.ts';
import { SessionFeedbackService } from './session-feedback.service.ts';

@Controller()
export class SessionFeedbackController {
  constructor(private readonly feedback: SessionFeedbackService) {}

  @Serves('createSessionFeedback')
  give(@By() scope: OwnScope, @In() { params, body }: Input<'createSessionFeedback'>): Promise<Answer<'createSessionFeedback'>> {
    return this.feedback.give(scope, params.id, body);
  }

  @Serves('getSessionFeedback')
  sum(@By() scope: PersonScope, @In() { params }: Input<'getSessionFeedback'>): Promise<Answer<'getSessionFeedback'>> {
    return this.feedback.sum(scope, params.id);
  }
}
