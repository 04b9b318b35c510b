import { Injectable, type OnModuleInit } from '@nestjs/common';
import { WaitingMakeUpsService } from '../attendance/waiting-make-ups.service.ts';
import { MakeUpsRepository } from './make-ups.repository.ts';

/** Tells attendance which make-ups wait, so that nobody is asked for what they have handed in. */
@Injectable()
export class MakeUpStandingService implements OnModuleInit {
  constructor(
    private readonly waiting: WaitingMakeUpsService,
    private readonly makeUps: MakeUpsRepository,
  ) {}

  onModuleInit(): void {
    this.waiting.answerBy((scope, memberId, sessionIds) => this.makeUps.waitingAt(scope, memberId, sessionIds));
  }
}
