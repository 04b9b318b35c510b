import { Injectable } from '@nestjs/common';
import { In, type SelectQueryBuilder } from 'typeorm';
import type { TownScope } from '../platform/access/scope.ts';
import { Database } from '../platform/database/database.ts';
import { LessonCorrection } from './lesson-correction.entity.ts';
import { LessonUse } from './lesson-use.entity.ts';
import { type Category, Lesson } from './lesson.entity.ts';

/** A lesson without its body. */
export type LessonHead = Omit<Lesson, 'blocks' | 'createdAt' | 'updatedAt'>;

export interface LessonFilter {
  readonly category?: Category | undefined;
  readonly q?: string | undefined;
  /** First and last Monday that count. */
  readonly sent?: { readonly from: string; readonly to: string } | undefined;
}

const head = ['townId', 'id', 'title', 'category', 'audioFileId', 'audioSeconds', 'source', 'minutes', 'sentOn'].map((column) => `lesson.${column}`);

@Injectable()
export class LessonsRepository {
  constructor(private readonly database: Database) {}

  /** A lesson belongs to nobody: planners see all of the town's, everybody else what was sent. */
  private visible(scope: TownScope): SelectQueryBuilder<Lesson> {
    const query = this.database.rows(Lesson).createQueryBuilder('lesson').where('lesson.townId = :townId', { townId: scope.townId });
    return scope.reach === 'town' || scope.reach === 'system' ? query : query.andWhere('lesson.sentOn IS NOT NULL');
  }

  one(scope: TownScope, id: string): Promise<Lesson | null> {
    return this.visible(scope).andWhere('lesson.id = :id', { id }).getOne();
  }

  many(scope: TownScope, ids: readonly string[]): Promise<Lesson[]> {
    return this.visible(scope).andWhere('lesson.id IN (:...ids)', { ids }).getMany();
  }

  heads(scope: TownScope, ids: readonly string[]): Promise<LessonHead[]> {
    return this.visible(scope).andWhere('lesson.id IN (:...ids)', { ids }).select(head).getMany();
  }

  /** Drafts first, then what was sent last. */
  page(scope: TownScope, { category, q, sent }: LessonFilter, skip: number, take: number): Promise<[LessonHead[], number]> {
    const query = this.visible(scope).select(head);
    if (category) query.andWhere('lesson.category = :category', { category });
    if (q) query.andWhere("lesson.title LIKE :q ESCAPE '!'", { q: `%${q.replace(/[!%_]/g, '!$&')}%` });
    if (sent) query.andWhere('lesson.sentOn BETWEEN :from AND :to', sent);
    query.orderBy("COALESCE(lesson.sentOn, '9999')", 'DESC').addOrderBy('lesson.createdAt', 'DESC').addOrderBy('lesson.id', 'ASC');
    return query.offset(skip).limit(take).getManyAndCount();
  }

  async insert({ townId }: TownScope, lesson: Omit<Lesson, 'townId'>): Promise<void> {
    await this.database.rows(Lesson).insert({ ...lesson, townId });
  }

  async update({ townId }: TownScope, id: string, changes: Partial<Lesson>): Promise<void> {
    await this.database.rows(Lesson).update({ townId, id }, changes);
  }

  async delete({ townId }: TownScope, id: string): Promise<void> {
    await this.database.rows(Lesson).delete({ townId, id });
  }

  usesOf({ townId }: TownScope, lessonId: string): Promise<LessonUse[]> {
    return this.database.rows(LessonUse).findBy({ townId, lessonId });
  }

  async replaceUses({ townId }: TownScope, themeId: string, lessonIds: readonly string[]): Promise<void> {
    await this.database.rows(LessonUse).delete({ townId, themeId });
    if (lessonIds.length > 0) await this.database.rows(LessonUse).insert(lessonIds.map((lessonId) => ({ townId, themeId, lessonId, locked: false })));
  }

  async lock({ townId }: TownScope, themeId: string, locked: boolean): Promise<void> {
    await this.database.rows(LessonUse).update({ townId, themeId }, { locked });
  }

  async addCorrection({ townId }: TownScope, correction: Omit<LessonCorrection, 'townId'>): Promise<void> {
    await this.database.rows(LessonCorrection).insert({ ...correction, townId });
  }

  /** Newest first. */
  corrections({ townId }: TownScope, lessonId: string): Promise<Pick<LessonCorrection, 'at' | 'note'>[]> {
    return this.database.rows(LessonCorrection).find({ select: { townId: true, id: true, at: true, note: true }, where: { townId, lessonId }, order: { at: 'DESC', id: 'ASC' } });
  }

  async markSent({ townId }: TownScope, ids: readonly string[], monday: string): Promise<void> {
    await this.database
      .rows(Lesson)
      .createQueryBuilder()
      .update()
      .set({ sentOn: monday })
      .where({ townId, id: In([...ids]) })
      .andWhere('(sent_on IS NULL OR sent_on < :monday)', { monday })
      .execute();
  }
}
