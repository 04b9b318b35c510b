import { Controller } from '@nestjs/common';
import type { Answer, Input } from '@weidangxiao/shared/contract/all.ts';
import { By, In } from '../platform/access/request.ts';
import type { GroupScope, OwnScope, PersonScope, WholeTownScope } from '../platform/access/scope.ts';
import { Serves } from '../platform/access/serves.ts';
import { ObjectionAnswersService } from './objection-answers.service.ts';
import { ObjectionsService } from './objections.service.ts';

@Controller()
export class ObjectionsController {
  constructor(
    private readonly objections: ObjectionsService,
    private readonly answers: ObjectionAnswersService,
  ) {}

  @Serves('createObjection')
  create(@By() scope: OwnScope, @In() { body }: Input<'createObjection'>): Promise<Answer<'createObjection'>> {
    return this.objections.create(scope, body);
  }

  @Serves('listMyObjections')
  mine(@By() scope: OwnScope, @In() { query }: Input<'listMyObjections'>): Promise<Answer<'listMyObjections'>> {
    return this.objections.mine(scope, query);
  }

  @Serves('logObjection')
  log(@By() scope: GroupScope | WholeTownScope, @In() { body }: Input<'logObjection'>): Promise<Answer<'logObjection'>> {
    return this.objections.log(scope, body);
  }

  @Serves('withdrawObjection')
  withdraw(@By() scope: PersonScope, @In() { params }: Input<'withdrawObjection'>): Promise<Answer<'withdrawObjection'>> {
    return this.objections.withdraw(scope, params.id);
  }

  @Serves('contestObjection')
  contest(@By() scope: PersonScope, @In() { params, body }: Input<'contestObjection'>): Promise<Answer<'contestObjection'>> {
    return this.objections.contest(scope, params.id, body.text);
  }

  @Serves('listObjections')
  list(@By() scope: WholeTownScope, @In() { query }: Input<'listObjections'>): Promise<Answer<'listObjections'>> {
    return this.answers.list(scope, query);
  }

  @Serves('proposeObjectionAnswer')
  propose(@By() scope: WholeTownScope, @In() { params, body }: Input<'proposeObjectionAnswer'>): Promise<Answer<'proposeObjectionAnswer'>> {
    return this.answers.propose(scope, params.id, body);
  }

  @Serves('signObjectionAnswer')
  sign(@By() scope: WholeTownScope, @In() { params, body }: Input<'signObjectionAnswer'>): Promise<Answer<'signObjectionAnswer'>> {
    return this.answers.sign(scope, params.id, body.text);
  }
}
