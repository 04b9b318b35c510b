import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { TownScope } from '../platform/access/scope.ts';
import { Database } from '../platform/database/database.ts';
import { School } from './school.entity.ts';

/** Schools are known to everybody of their town. */
@Injectable()
export class SchoolsRepository {
  constructor(private readonly database: Database) {}

  async some({ townId }: TownScope, ids: readonly string[]): Promise<Map<string, School>> {
    const rows = ids.length === 0 ? [] : await this.database.rows(School).findBy({ townId, id: In([...ids]) });
    return new Map(rows.map((school) => [school.id, school]));
  }

  /** What is written about it first makes the row; two who do so at once end in the same one. */
  async write({ townId }: TownScope, school: School): Promise<void> {
    const { id, ...content } = school;
    await this.database.rows(School).upsert({ ...content, townId, id }, ['townId', 'id']);
  }
}
