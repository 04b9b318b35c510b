import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import type { TownScope } from '../platform/access/scope.ts';
import { Database } from '../platform/database/database.ts';
import { LessonAuthor } from './lesson-author.entity.ts';

/** Who wrote what. A job or a seed writes nothing here: only a person can be kept from approving. */
@Injectable()
export class LessonAuthorsRepository {
  constructor(private readonly database: Database) {}

  async record({ townId, memberId }: TownScope, lessonId: string, changedAt: number): Promise<void> {
    if (memberId === null) return;
    await this.database.rows(LessonAuthor).upsert({ townId, lessonId, memberId, changedAt, approvedAt: null }, ['townId', 'lessonId', 'memberId']);
  }

  async forget({ townId }: TownScope, lessonId: string): Promise<void> {
    await this.database.rows(LessonAuthor).delete({ townId, lessonId });
  }

  /** Those whose writing nobody has approved yet, each once, whoever wrote last at the end. */
  async unapproved({ townId }: TownScope, lessonIds: readonly string[]): Promise<string[]> {
    if (lessonIds.length === 0) return [];
    const rows = await this.database.rows(LessonAuthor).find({ where: { townId, lessonId: In([...lessonIds]), approvedAt: IsNull() }, order: { changedAt: 'DESC', memberId: 'ASC' } });
    return [...new Set(rows.map(({ memberId }) => memberId))].reverse();
  }

  async approve({ townId }: TownScope, lessonIds: readonly string[], approvedAt: number): Promise<void> {
    if (lessonIds.length > 0) await this.database.rows(LessonAuthor).update({ townId, lessonId: In([...lessonIds]), approvedAt: IsNull() }, { approvedAt });
  }
}
