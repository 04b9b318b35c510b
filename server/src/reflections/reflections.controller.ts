import { Controller } from '@nestjs/common';
import type { Answer, Input } from '@weidangxiao/shared/contract/all.ts';
import { By, In } from '../platform/access/request.ts';
import type { PersonScope, WholeTownScope } from '../platform/access/scope.ts';
import { Serves } from '../platform/access/serves.ts';
import { ReflectionDeskService } from './reflection-desk.service.ts';
import { ReflectionReviewService } from './reflection-review.service.ts';
import { ReflectionsService } from './reflections.service.ts';

@Controller()
export class ReflectionsController {
  constructor(
    private readonly reflections: ReflectionsService,
    private readonly desk: ReflectionDeskService,
    private readonly review: ReflectionReviewService,
  ) {}

  @Serves('listReflections')
  list(@By() scope: PersonScope, @In() { query }: Input<'listReflections'>): Promise<Answer<'listReflections'>> {
    return this.reflections.list(scope, query);
  }

  @Serves('createReflection')
  create(@By() scope: PersonScope, @In() { body }: Input<'createReflection'>): Promise<Answer<'createReflection'>> {
    return this.desk.create(scope, body);
  }

  @Serves('getReflection')
  one(@By() scope: PersonScope, @In() { params }: Input<'getReflection'>): Promise<Answer<'getReflection'>> {
    return this.reflections.one(scope, params.id);
  }

  @Serves('updateReflection')
  change(@By() scope: PersonScope, @In() { params, body }: Input<'updateReflection'>): Promise<Answer<'updateReflection'>> {
    return this.desk.change(scope, params.id, body);
  }

  @Serves('submitReflection')
  submit(@By() scope: PersonScope, @In() { params }: Input<'submitReflection'>): Promise<Answer<'submitReflection'>> {
    return this.desk.submit(scope, params.id);
  }

  @Serves('publishReflection')
  publish(@By() scope: WholeTownScope, @In() { params }: Input<'publishReflection'>): Promise<Answer<'publishReflection'>> {
    return this.review.publish(scope, params.id);
  }

  @Serves('returnReflection')
  sendBack(@By() scope: WholeTownScope, @In() { params, body }: Input<'returnReflection'>): Promise<Answer<'returnReflection'>> {
    return this.review.sendBack(scope, params.id, body.reason);
  }
}
