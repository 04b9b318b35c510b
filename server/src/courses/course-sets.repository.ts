import { Injectable } from '@nestjs/common';
import { In, IsNull, Not } from 'typeorm';
import type { TownScope } from '../platform/access/scope.ts';
import { Database } from '../platform/database/database.ts';
import { CourseSet } from './course-set.entity.ts';

/** Course sets are known to everybody of their town. */
@Injectable()
export class CourseSetsRepository {
  constructor(private readonly database: Database) {}

  page({ townId }: TownScope, { tag, closed }: { tag?: string | undefined; closed: boolean }, skip: number, take: number): Promise<[CourseSet[], number]> {
    const where = { townId, closedAt: closed ? Not(IsNull()) : IsNull(), ...(tag && { tag }) };
    return this.database.rows(CourseSet).findAndCount({ where, order: { title: 'ASC', id: 'ASC' }, skip, take });
  }

  forTags({ townId }: TownScope, tags: readonly string[], take: number): Promise<CourseSet[]> {
    if (tags.length === 0) return Promise.resolve([]);
    return this.database.rows(CourseSet).find({ where: { townId, tag: In([...tags]), closedAt: IsNull() }, order: { title: 'ASC', id: 'ASC' }, take });
  }

  one({ townId }: TownScope, id: string): Promise<CourseSet | null> {
    return this.database.rows(CourseSet).findOneBy({ townId, id });
  }

  async insert({ townId }: TownScope, set: CourseSet): Promise<void> {
    await this.database.rows(CourseSet).insert({ ...set, townId });
  }

  async update({ townId }: TownScope, id: string, changes: Partial<CourseSet>): Promise<void> {
    await this.database.rows(CourseSet).update({ townId, id }, changes);
  }
}
