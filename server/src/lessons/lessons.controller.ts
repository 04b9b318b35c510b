import { Controller } from '@nestjs/common';
import type { Answer, Input } from '@weidangxiao/shared/contract/all.ts';
import { By, In } from '../platform/access/request.ts';
import type { TownScope } from '../platform/access/scope.ts';
import { Serves } from '../platform/access/serves.ts';
import { LessonDeskService } from './lesson-desk.service.ts';

@Controller()
export class LessonsController {
  constructor(private readonly lessons: LessonDeskService) {}

  @Serves('listLessons')
  list(@By() scope: TownScope, @In() { query }: Input<'listLessons'>): Promise<Answer<'listLessons'>> {
    return this.lessons.list(scope, query);
  }

  @Serves('createLesson')
  add(@By() scope: TownScope, @In() { body }: Input<'createLesson'>): Promise<Answer<'createLesson'>> {
    return this.lessons.add(scope, body);
  }

  @Serves('getLesson')
  one(@By() scope: TownScope, @In() { params }: Input<'getLesson'>): Promise<Answer<'getLesson'>> {
    return this.lessons.one(scope, params.id);
  }

  @Serves('updateLesson')
  change(@By() scope: TownScope, @In() { params, body }: Input<'updateLesson'>): Promise<Answer<'updateLesson'>> {
    return this.lessons.change(scope, params.id, body);
  }

  @Serves('deleteLesson')
  remove(@By() scope: TownScope, @In() { params }: Input<'deleteLesson'>): Promise<void> {
    return this.lessons.remove(scope, params.id);
  }
}
