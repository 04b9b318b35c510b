import { Controller } from '@nestjs/common';
import type { Answer, Input } from '@weidangxiao/shared/contract/all.ts';
import { By, In } from '../platform/access/request.ts';
import type { GroupScope, OwnScope, PersonScope, WholeTownScope } from '../platform/access/scope.ts';
import { Serves } from '../platform/access/serves.ts';
import { AttendanceService } from './attendance.service.ts';
import { GuestCandidatesService } from './guest-candidates.service.ts';
import { SignInCodesService } from './sign-in-codes.service.ts';
import { SignInSheetsService } from './sign-in-sheets.service.ts';
import { SignInsService } from './sign-ins.service.ts';
import { WaitingSignInsService } from './waiting-sign-ins.service.ts';

type Leading = GroupScope | WholeTownScope;

@Controller()
export class AttendanceController {
  constructor(
    private readonly attendance: AttendanceService,
    private readonly candidates: GuestCandidatesService,
    private readonly sheets: SignInSheetsService,
    private readonly codes: SignInCodesService,
    private readonly signIns: SignInsService,
    private readonly waiting: WaitingSignInsService,
  ) {}

  @Serves('listAttendance')
  list(@By() scope: PersonScope, @In() { params, query }: Input<'listAttendance'>): Promise<Answer<'listAttendance'>> {
    return this.attendance.list(scope, params.id, query);
  }

  @Serves('listGuestCandidates')
  guests(@By() scope: Leading, @In() { params, query }: Input<'listGuestCandidates'>): Promise<Answer<'listGuestCandidates'>> {
    return this.candidates.list(scope, params.id, query.q);
  }

  @Serves('markAttendance')
  mark(@By() scope: Leading, @In() { params, body }: Input<'markAttendance'>): Promise<Answer<'markAttendance'>> {
    return this.attendance.mark(scope, params.id, body);
  }

  @Serves('enterSignInSheet')
  enterSheet(@By() scope: Leading, @In() { params, body }: Input<'enterSignInSheet'>): Promise<Answer<'enterSignInSheet'>> {
    return this.sheets.enter(scope, params.id, body);
  }

  @Serves('createSignInCode')
  createCode(@By() scope: Leading, @In() { params }: Input<'createSignInCode'>): Promise<Answer<'createSignInCode'>> {
    return this.codes.create(scope, params.id);
  }

  @Serves('createSignIn')
  signIn(@By() scope: OwnScope, @In() { body }: Input<'createSignIn'>): Promise<Answer<'createSignIn'>> {
    return this.signIns.create(scope, body);
  }

  @Serves('listWaitingSignIns')
  listWaiting(@By() scope: Leading, @In() { query }: Input<'listWaitingSignIns'>): Promise<Answer<'listWaitingSignIns'>> {
    return this.waiting.list(scope, query);
  }

  @Serves('decideSignIn')
  decide(@By() scope: Leading, @In() { params, body }: Input<'decideSignIn'>): Promise<Answer<'decideSignIn'>> {
    return this.waiting.decide(scope, params.id, body);
  }

  @Serves('listMyAttendance')
  mine(@By() scope: OwnScope, @In() { query }: Input<'listMyAttendance'>): Promise<Answer<'listMyAttendance'>> {
    return this.attendance.mine(scope, query);
  }
}
