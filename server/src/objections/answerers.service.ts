import { Injectable } from '@nestjs/common';
import { AppError } from '@weidangxiao/shared/errors.ts';
import { type Answerer, type AnswererFault, answererFault, type ObjectionParties, stepOf } from '@weidangxiao/shared/rules/objection.ts';
import { RolesService } from '../members/roles.service.ts';
import type { PersonScope, TownScope } from '../platform/access/scope.ts';
import type { ObjectionAnswer } from './objection-answer.entity.ts';
import type { Objection } from './objection.entity.ts';
import { RecordersService } from './recorders.service.ts';

const reasons: Readonly<Record<AnswererFault, string>> = {
  own: '这是你自己提的',
  logged: '这条是你代记的',
  recorded: '这一项的记录是你做的',
  answered: '第一次答复你签过',
};

/** Who may be one of the three. */
@Injectable()
export class AnswerersService {
  constructor(
    private readonly roles: RolesService,
    private readonly recorders: RecordersService,
  ) {}

  async self(scope: PersonScope): Promise<Answerer> {
    const { leads } = await this.roles.heldBy(scope, scope.memberId);
    return { memberId: scope.memberId, leads };
  }

  async partiesOf(scope: TownScope, objection: Objection, answers: readonly ObjectionAnswer[]): Promise<ObjectionParties> {
    const { memberId, groupId, loggedBy, state } = objection;
    const first = answers.find(({ step, settledOn }) => step === 1 && settledOn !== null);
    return { memberId, groupId, loggedBy, recordedBy: await this.recorders.of(scope, objection), answeredBy: stepOf(state) === 2 ? (first?.signedBy ?? []) : [] };
  }

  /** @throws AppError OBJECTION_NOT_YOURS with the reason */
  async require(scope: PersonScope, objection: Objection, answers: readonly ObjectionAnswer[]): Promise<void> {
    const fault = answererFault(await this.self(scope), await this.partiesOf(scope, objection, answers));
    if (fault) throw new AppError('OBJECTION_NOT_YOURS', { detail: { reason: reasons[fault] } });
  }
}
