import { Injectable } from '@nestjs/common';
import type { Answer, Input } from '@weidangxiao/shared/contract/all.ts';
import { AppError } from '@weidangxiao/shared/errors.ts';
import { tagInChinese } from '@weidangxiao/shared/rules/member-tag.ts';
import { randomUUID } from 'node:crypto';
import { LessonsService } from '../lessons/lessons.service.ts';
import { Acts } from '../platform/access/acts.ts';
import type { PersonScope, TownScope } from '../platform/access/scope.ts';
import { Clock } from '../platform/clock/clock.ts';
import type { CourseSet, CourseStep } from './course-set.entity.ts';
import { CourseSetsRepository } from './course-sets.repository.ts';

type SetView = Answer<'getCourseSet'>;

/** What to study one after the other, by whom it is for. */
@Injectable()
export class CourseSetsService {
  constructor(
    private readonly sets: CourseSetsRepository,
    private readonly lessons: LessonsService,
    private readonly acts: Acts,
    private readonly clock: Clock,
  ) {}

  async list(scope: PersonScope, { page, pageSize, ...filter }: Input<'listCourseSets'>['query']): Promise<Answer<'listCourseSets'>> {
    const [rows, total] = await this.sets.page(scope, filter, (page - 1) * pageSize, pageSize);
    return { items: rows.map((row) => ({ ...headOf(row), steps: row.steps.length })), page, pageSize, total };
  }

  async one(scope: TownScope, id: string): Promise<SetView> {
    return this.viewOf(scope, await this.find(scope, id));
  }

  /** @throws AppError NOT_FOUND for a lesson that is not there, INPUT_INVALID for one that is in it twice */
  add(scope: PersonScope, { title, tag, why, steps }: Input<'createCourseSet'>['body']): Promise<SetView> {
    return this.acts.perform(scope, async () => {
      await this.requireLessons(scope, steps);
      const set: CourseSet = { townId: scope.townId, id: randomUUID(), title, tag, why, steps, createdAt: this.clock.now(), closedAt: null };
      await this.sets.insert(scope, set);
      return this.viewOf(scope, set);
    });
  }

  /** @throws AppError NOT_FOUND, COURSE_SET_CLOSED, INPUT_INVALID */
  change(scope: PersonScope, id: string, body: Input<'updateCourseSet'>['body']): Promise<SetView> {
    return this.acts.perform(scope, async () => {
      const set = await this.find(scope, id);
      if (set.closedAt !== null) throw new AppError('COURSE_SET_CLOSED');
      if (body.steps) await this.requireLessons(scope, body.steps);
      const changes: Partial<CourseSet> = Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));
      if (Object.keys(changes).length > 0) await this.sets.update(scope, id, changes);
      return this.viewOf(scope, { ...set, ...changes });
    });
  }

  /** Closing a closed one changes nothing. @throws AppError NOT_FOUND */
  close(scope: PersonScope, id: string): Promise<SetView> {
    return this.acts.perform(scope, async () => {
      const set = await this.find(scope, id);
      const closed = { closedAt: set.closedAt ?? this.clock.now() };
      await this.sets.update(scope, id, closed);
      return this.viewOf(scope, { ...set, ...closed });
    });
  }

  private async find(scope: TownScope, id: string): Promise<CourseSet> {
    const set = await this.sets.one(scope, id);
    if (!set) throw new AppError('NOT_FOUND');
    return set;
  }

  private requireLessons(scope: TownScope, steps: readonly CourseStep[]): Promise<void> {
    return this.lessons.requireAll(scope, lessonIdsOf(steps));
  }

  /** A lesson is shown once it was sent: before that its step has a topic only, whoever looks. */
  private async viewOf(scope: TownScope, set: CourseSet): Promise<SetView> {
    const rows = await this.lessons.rows(scope, lessonIdsOf(set.steps));
    const sent = new Map(rows.filter(({ sentOn }) => sentOn !== null).map(({ id, title, category, minutes }) => [id, { id, title, category, minutes }]));
    const steps = set.steps.map(({ topic, lessonId }) => ({ topic, lessonId, lesson: lessonId ? (sent.get(lessonId) ?? null) : null }));
    return { ...headOf(set), steps };
  }
}

const lessonIdsOf = (steps: readonly CourseStep[]): string[] => steps.flatMap(({ lessonId }) => lessonId ?? []);

function headOf({ id, title, tag, why, closedAt }: CourseSet): Omit<SetView, 'steps'> {
  return { id, title, tag, tagName: tagInChinese(tag), why, closed: closedAt !== null };
}
