import { Injectable } from '@nestjs/common';
import type { Answer, Input } from '@weidangxiao/shared/contract/all.ts';
import { AppError } from '@weidangxiao/shared/errors.ts';
import { readingMinutes } from '@weidangxiao/shared/rules/lesson.ts';
import { datesOfMonth } from '@weidangxiao/shared/rules/week.ts';
import { randomUUID } from 'node:crypto';
import { FilesService } from '../files/files.service.ts';
import { Acts } from '../platform/access/acts.ts';
import type { TownScope } from '../platform/access/scope.ts';
import { Clock } from '../platform/clock/clock.ts';
import { LessonAuthorsRepository } from './lesson-authors.repository.ts';
import { filesIn } from './lesson-files.ts';
import { audioOf, rowOf, viewOf } from './lesson-view.ts';
import type { Lesson } from './lesson.entity.ts';
import { LessonsRepository } from './lessons.repository.ts';

type Written = Input<'createLesson'>['body'];

/** What planners do with lessons, and what everybody reads of them. */
@Injectable()
export class LessonDeskService {
  constructor(
    private readonly lessons: LessonsRepository,
    private readonly authors: LessonAuthorsRepository,
    private readonly files: FilesService,
    private readonly acts: Acts,
    private readonly clock: Clock,
  ) {}

  async list(scope: TownScope, { page, pageSize, month, category, q }: Input<'listLessons'>['query']): Promise<Answer<'listLessons'>> {
    const sent = month ? datesOfMonth(month) : undefined;
    const [heads, total] = await this.lessons.page(scope, { category, q, sent }, (page - 1) * pageSize, pageSize);
    return { items: heads.map(rowOf), page, pageSize, total };
  }

  async one(scope: TownScope, id: string): Promise<Answer<'getLesson'>> {
    return viewOf(await this.find(scope, id), await this.lessons.corrections(scope, id));
  }

  async add(scope: TownScope, written: Written): Promise<Answer<'createLesson'>> {
    return this.acts.perform(scope, async () => {
      const now = this.clock.now();
      const lesson = { id: randomUUID(), ...columnsOf(written), sentOn: null, createdAt: now, updatedAt: now };
      await this.requireFiles(scope, lesson);
      await this.lessons.insert(scope, lesson);
      await this.authors.record(scope, lesson.id, now);
      return viewOf({ ...lesson, townId: scope.townId }, []);
    });
  }

  /**
   * A draft changes freely, unless a theme with it waits for approval or has it. One that was sent changes only with a
   * note that its readers see; how it was before is kept.
   * @throws AppError LESSON_LOCKED, LESSON_SENT
   */
  async change(scope: TownScope, id: string, { note, ...written }: Input<'updateLesson'>['body']): Promise<Answer<'updateLesson'>> {
    return this.acts.perform(scope, async () => {
      const before = await this.find(scope, id);
      const after = columnsOf(written);
      await this.requireFiles(scope, after);
      if (before.sentOn === null) await this.requireUnlocked(scope, id);
      else await this.correct(scope, before, after, note);
      const now = this.clock.now();
      await this.lessons.update(scope, id, { ...after, updatedAt: now });
      await this.authors.record(scope, id, now);
      return this.one(scope, id);
    }, { target: id });
  }

  /** @throws AppError LESSON_IN_USE */
  async remove(scope: TownScope, id: string): Promise<void> {
    await this.acts.perform(scope, async () => {
      const lesson = await this.find(scope, id);
      const uses = await this.lessons.usesOf(scope, id);
      if (lesson.sentOn !== null || uses.length > 0) throw new AppError('LESSON_IN_USE');
      await this.lessons.delete(scope, id);
      await this.authors.forget(scope, id);
    }, { target: id });
  }

  private async find(scope: TownScope, id: string): Promise<Lesson> {
    const lesson = await this.lessons.one(scope, id);
    if (!lesson) throw new AppError('NOT_FOUND');
    return lesson;
  }

  private async correct(scope: TownScope, before: Lesson, after: Pick<Lesson, 'blocks' | 'audioFileId'>, note: string | undefined): Promise<void> {
    if (!note) throw new AppError('LESSON_SENT', { field: 'note' });
    const { id: lessonId, title, blocks, source } = before;
    const correction = { id: randomUUID(), lessonId, at: this.clock.now(), byId: scope.memberId, note };
    await this.lessons.addCorrection(scope, { ...correction, before: { title, blocks, audio: audioOf(before), source } });
    await this.files.publish(scope, filesIn(after));
  }

  private async requireUnlocked(scope: TownScope, id: string): Promise<void> {
    const uses = await this.lessons.usesOf(scope, id);
    if (uses.some(({ locked }) => locked)) throw new AppError('LESSON_LOCKED');
  }

  private requireFiles(scope: TownScope, lesson: Pick<Lesson, 'blocks' | 'audioFileId'>): Promise<void> {
    return this.files.requireAll(scope, filesIn(lesson), 'lesson');
  }
}

function columnsOf({ title, category, blocks, audio, source }: Written) {
  return { title, category, blocks, audioFileId: audio?.fileId ?? null, audioSeconds: audio?.seconds ?? null, source: source || null, minutes: readingMinutes(blocks) };
}
