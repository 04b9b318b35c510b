import { Controller } from '@nestjs/common';
import type { Answer, Input } from '@weidangxiao/shared/contract/all.ts';
import { By, In } from '../platform/access/request.ts';
import type { PersonScope, WholeTownScope } from '../platform/access/scope.ts';
import { Serves } from '../platform/access/serves.ts';
import { PracticeBasesService } from './practice-bases.service.ts';

@Controller()
export class PracticeBasesController {
  constructor(private readonly bases: PracticeBasesService) {}

  @Serves('listPracticeBases')
  list(@By() scope: PersonScope, @In() { query }: Input<'listPracticeBases'>): Promise<Answer<'listPracticeBases'>> {
    return this.bases.list(scope, query);
  }

  @Serves('createPracticeBase')
  add(@By() scope: WholeTownScope, @In() { body }: Input<'createPracticeBase'>): Promise<Answer<'createPracticeBase'>> {
    return this.bases.add(scope, body);
  }

  @Serves('updatePracticeBase')
  change(@By() scope: WholeTownScope, @In() { params, body }: Input<'updatePracticeBase'>): Promise<Answer<'updatePracticeBase'>> {
    return this.bases.change(scope, params.id, body);
  }

  @Serves('closePracticeBase')
  close(@By() scope: WholeTownScope, @In() { params }: Input<'closePracticeBase'>): Promise<Answer<'closePracticeBase'>> {
    return this.bases.close(scope, params.id);
  }
}
