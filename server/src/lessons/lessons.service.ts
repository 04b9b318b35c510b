import { Injectable } from '@nestjs/common';
import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import { AppError } from '@weidangxiao/shared/errors.ts';
import { FilesService } from '../files/files.service.ts';
import type { TownScope } from '../platform/access/scope.ts';
import { Clock } from '../platform/clock/clock.ts';
import { LessonAuthorsRepository } from './lesson-authors.repository.ts';
import { filesIn } from './lesson-files.ts';
import { audioOf, rowOf } from './lesson-view.ts';
import type { Lesson } from './lesson.entity.ts';
import { LessonsRepository } from './lessons.repository.ts';

export type LessonContent = Pick<Lesson, 'title' | 'source' | 'blocks'> & { readonly audio: ReturnType<typeof audioOf> };
export type LessonRow = Answer<'listLessons'>['items'][number];

/**
 * Lessons, for the nouns that put them together. A theme tells with `useIn` which lessons it holds, with `lockFor` when
 * they may not change under its approval, with `markApproved` when they were read and found good, and with `markSent`
 * when they went out.
 */
@Injectable()
export class LessonsService {
  constructor(
    private readonly lessons: LessonsRepository,
    private readonly authors: LessonAuthorsRepository,
    private readonly files: FilesService,
    private readonly clock: Clock,
  ) {}

  /** In the order of `ids`, without their bodies; those that the scope does not see are left out. */
  async rows(scope: TownScope, ids: readonly string[]): Promise<LessonRow[]> {
    if (ids.length === 0) return [];
    const heads = new Map((await this.lessons.heads(scope, ids)).map((head) => [head.id, rowOf(head)]));
    return ids.flatMap((id) => heads.get(id) ?? []);
  }

  /** In the order of `ids`, with their bodies. */
  async contents(scope: TownScope, ids: readonly string[]): Promise<LessonContent[]> {
    if (ids.length === 0) return [];
    const lessons = new Map((await this.lessons.many(scope, ids)).map((lesson) => [lesson.id, lesson]));
    return ids.flatMap((id) => {
      const lesson = lessons.get(id);
      return lesson ? [{ title: lesson.title, source: lesson.source, blocks: lesson.blocks, audio: audioOf(lesson) }] : [];
    });
  }

  /** All of them are there, each named once. @throws AppError NOT_FOUND, INPUT_INVALID */
  async requireAll(scope: TownScope, ids: readonly string[]): Promise<void> {
    if (new Set(ids).size !== ids.length) throw new AppError('INPUT_INVALID', { field: 'lessonIds', detail: { reason: '同一课选了两次' } });
    if ((await this.rows(scope, ids)).length !== ids.length) throw new AppError('NOT_FOUND', { field: 'lessonIds' });
  }

  /**
   * A theme now holds these lessons and no others; none when it is deleted. They are not locked. Lessons that a
   * revision adds to a theme already sent are marked sent too. Call inside a unit of work.
   */
  async useIn(scope: TownScope, themeId: string, lessonIds: readonly string[]): Promise<void> {
    await this.lessons.replaceUses(scope, themeId, lessonIds);
  }

  /** From a theme's submission to its approval and push its drafts keep still; off when it is returned or withdrawn. Call inside a unit of work. */
  async lockFor(scope: TownScope, themeId: string, locked: boolean): Promise<void> {
    await this.lessons.lock(scope, themeId, locked);
  }

  /** Who wrote or changed these lessons since they were approved last; whoever wrote last at the end. */
  authorsOf(scope: TownScope, ids: readonly string[]): Promise<string[]> {
    return this.authors.unapproved(scope, ids);
  }

  /** Somebody else has read them as they are. Call inside a unit of work. */
  markApproved(scope: TownScope, ids: readonly string[]): Promise<void> {
    return this.authors.approve(scope, ids, this.clock.now());
  }

  /** These lessons went out with that Monday's theme: from now on everybody reads them and their files. Call inside a unit of work. */
  async markSent(scope: TownScope, ids: readonly string[], monday: string): Promise<void> {
    if (ids.length === 0) return;
    await this.lessons.markSent(scope, ids, monday);
    const lessons = await this.lessons.many(scope, ids);
    await this.files.publish(scope, lessons.flatMap(filesIn));
  }
}
