import { Injectable } from '@nestjs/common';
import { LessonsService } from '../lessons/lessons.service.ts';
import type { TownScope } from '../platform/access/scope.ts';
import type { Theme } from './theme.entity.ts';

/** Whose work a theme is: who wrote or changed it, or a lesson in it that nobody has approved since. None of them approves it. */
@Injectable()
export class ThemeAuthors {
  constructor(private readonly lessons: LessonsService) {}

  /** Ids, each once; whoever changed the theme itself last comes last. */
  async of(scope: TownScope, { authorIds, lessonIds }: Theme): Promise<string[]> {
    const ofLessons = await this.lessons.authorsOf(scope, lessonIds);
    return [...ofLessons.filter((id) => !authorIds.includes(id)), ...authorIds];
  }
}
