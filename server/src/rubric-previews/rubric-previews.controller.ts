import { Controller } from '@nestjs/common';
import type { Answer, Input } from '@weidangxiao/shared/contract/all.ts';
import { By, In } from '../platform/access/request.ts';
import type { WholeTownScope } from '../platform/access/scope.ts';
import { Serves } from '../platform/access/serves.ts';
import { RubricPreviewsService } from './rubric-previews.service.ts';

@Controller()
export class RubricPreviewsController {
  constructor(private readonly previews: RubricPreviewsService) {}

  @Serves('createRubricPreview')
  create(@By() scope: WholeTownScope, @In() { query, body }: Input<'createRubricPreview'>): Promise<Answer<'createRubricPreview'>> {
    return this.previews.create(scope, body, query);
  }
}
