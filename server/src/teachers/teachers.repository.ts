import { Injectable } from '@nestjs/common';
import { isLocal, type TeacherKind, teacherKinds } from '@weidangxiao/shared/rules/teacher.ts';
import { In } from 'typeorm';
import type { TownScope } from '../platform/access/scope.ts';
import { Database } from '../platform/database/database.ts';
import { TaughtSession } from './taught-session.entity.ts';
import { Teacher } from './teacher.entity.ts';

export interface TeacherFilter {
  readonly kind?: TeacherKind | undefined;
  readonly local?: boolean | undefined;
  readonly q?: string | undefined;
  readonly closed: boolean;
}

/** Shown on a teacher's page; the count says how many there are. */
const latest = 20;

/** Teachers are known to everybody of their town; their phones are the service's business. */
@Injectable()
export class TeachersRepository {
  constructor(private readonly database: Database) {}

  page({ townId }: TownScope, { kind, local, q, closed }: TeacherFilter, skip: number, take: number): Promise<[Teacher[], number]> {
    const query = this.database.rows(Teacher).createQueryBuilder('teacher').where('teacher.townId = :townId', { townId });
    query.andWhere(closed ? 'teacher.closedAt IS NOT NULL' : 'teacher.closedAt IS NULL');
    if (kind) query.andWhere('teacher.kind = :kind', { kind });
    if (local !== undefined) query.andWhere('teacher.kind IN (:...kinds)', { kinds: teacherKinds.filter((one) => isLocal(one) === local) });
    // Topics and tags are kept as JSON text: a word in it is found like a word in a name.
    if (q) query.andWhere("(teacher.name LIKE :q ESCAPE '!' OR teacher.topics LIKE :q ESCAPE '!' OR teacher.tags LIKE :q ESCAPE '!' OR teacher.organisation LIKE :q ESCAPE '!')", { q: `%${q.replace(/[!%_]/g, '!$&')}%` });
    return query.orderBy('teacher.name').addOrderBy('teacher.id').offset(skip).limit(take).getManyAndCount();
  }

  one({ townId }: TownScope, id: string): Promise<Teacher | null> {
    return this.database.rows(Teacher).findOneBy({ townId, id });
  }

  /** Closed ones too: old records still name them. */
  async names({ townId }: TownScope, ids: readonly string[]): Promise<Map<string, string>> {
    const rows = ids.length === 0 ? [] : await this.database.rows(Teacher).find({ select: { id: true, name: true }, where: { townId, id: In([...ids]) } });
    return new Map(rows.map(({ id, name }) => [id, name]));
  }

  async insert({ townId }: TownScope, teacher: Teacher): Promise<void> {
    await this.database.rows(Teacher).insert({ ...teacher, townId });
  }

  async update({ townId }: TownScope, id: string, changes: Partial<Teacher>): Promise<void> {
    await this.database.rows(Teacher).update({ townId, id }, changes);
  }

  sessionsOf({ townId }: TownScope, teacherId: string): Promise<TaughtSession[]> {
    return this.database.rows(TaughtSession).find({ where: { townId, teacherId }, order: { date: 'DESC', sessionId: 'ASC' }, take: latest });
  }

  /** Once a session, whoever closes it how often. */
  async addTaught({ townId }: TownScope, taught: Omit<TaughtSession, 'townId'>): Promise<void> {
    const { sessionId, teacherId } = taught;
    if (await this.database.rows(TaughtSession).existsBy({ townId, sessionId })) return;
    await this.database.rows(TaughtSession).insert({ ...taught, townId });
    await this.database.rows(Teacher).update({ townId, id: teacherId }, { taught: () => 'taught + 1' });
  }
}
