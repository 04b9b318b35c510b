import { Injectable } from '@nestjs/common';
import type { Answer, Input } from '@weidangxiao/shared/contract/all.ts';
import { AppError } from '@weidangxiao/shared/errors.ts';
import { isLocal, type TeacherKind } from '@weidangxiao/shared/rules/teacher.ts';
import { randomUUID } from 'node:crypto';
import { MembersService } from '../members/members.service.ts';
import { Acts } from '../platform/access/acts.ts';
import type { TownScope } from '../platform/access/scope.ts';
import { Clock } from '../platform/clock/clock.ts';
import type { Teacher } from './teacher.entity.ts';
import { type TeacherView, TeacherViews } from './teacher-views.ts';
import { TeachersRepository } from './teachers.repository.ts';

type Changes = Input<'updateTeacher'>['body'];

/** The teacher pool, for people and for other nouns. There is no order of merit in it anywhere. */
@Injectable()
export class TeachersService {
  constructor(
    private readonly teachers: TeachersRepository,
    private readonly views: TeacherViews,
    private readonly members: MembersService,
    private readonly acts: Acts,
    private readonly clock: Clock,
  ) {}

  async list(scope: TownScope, { page, pageSize, ...filter }: Input<'listTeachers'>['query']): Promise<Answer<'listTeachers'>> {
    const [rows, total] = await this.teachers.page(scope, filter, (page - 1) * pageSize, pageSize);
    return { items: await this.views.all(scope, rows), page, pageSize, total };
  }

  async one(scope: TownScope, id: string): Promise<Answer<'getTeacher'>> {
    const view = await this.views.one(scope, await this.find(scope, id));
    const sessions = await this.teachers.sessionsOf(scope, id);
    return { ...view, sessions: sessions.map(({ sessionId, title, date }) => ({ sessionId, title, date })) };
  }

  /** @throws AppError NOT_FOUND, INPUT_INVALID for a member behind somebody from outside */
  add(scope: TownScope, { name, kind, phone = null, ...rest }: Input<'createTeacher'>['body']): Promise<TeacherView> {
    return this.acts.perform(scope, async () => {
      const { organisation = '', topics = [], tags = [], memberId = null } = rest;
      await this.requireMember(scope, kind, memberId);
      const teacher: Teacher = {
        ...{ townId: scope.townId, id: randomUUID(), name, kind, organisation, topics, tags, memberId, taught: 0 },
        ...{ phoneCipher: this.views.seal(scope, phone), createdAt: this.clock.now(), closedAt: null },
      };
      await this.teachers.insert(scope, teacher);
      return this.views.one(scope, teacher);
    });
  }

  /** @throws AppError NOT_FOUND, TEACHER_CLOSED, INPUT_INVALID */
  change(scope: TownScope, id: string, { phone, ...rest }: Changes): Promise<TeacherView> {
    return this.acts.perform(scope, async () => {
      const teacher = await this.findOpen(scope, id);
      const given: Partial<Teacher> = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
      const changes = { ...given, ...(phone !== undefined && { phoneCipher: this.views.seal(scope, phone) }) };
      const changed = { ...teacher, ...changes };
      await this.requireMember(scope, changed.kind, changed.memberId);
      if (Object.keys(changes).length > 0) await this.teachers.update(scope, id, changes);
      return this.views.one(scope, changed);
    });
  }

  /** Closing a closed one changes nothing. @throws AppError NOT_FOUND */
  close(scope: TownScope, id: string): Promise<TeacherView> {
    return this.acts.perform(scope, async () => {
      const teacher = await this.find(scope, id);
      const closed = { closedAt: teacher.closedAt ?? this.clock.now() };
      await this.teachers.update(scope, id, closed);
      return this.views.one(scope, { ...teacher, ...closed });
    });
  }

  revealPhone(scope: TownScope, id: string): Promise<Answer<'revealTeacherPhone'>> {
    return this.acts.perform(scope, async () => ({ phone: this.views.phoneOf(await this.find(scope, id)) }), { target: id });
  }

  /** Closed ones too. @throws AppError NOT_FOUND */
  async find(scope: TownScope, id: string): Promise<Teacher> {
    const teacher = await this.teachers.one(scope, id);
    if (!teacher) throw new AppError('NOT_FOUND');
    return teacher;
  }

  /** @throws AppError NOT_FOUND, TEACHER_CLOSED */
  async findOpen(scope: TownScope, id: string): Promise<Teacher> {
    const teacher = await this.find(scope, id);
    if (teacher.closedAt !== null) throw new AppError('TEACHER_CLOSED');
    return teacher;
  }

  /** Id -> name, closed ones too; ids that are not there are left out. */
  names(scope: TownScope, ids: readonly (string | null)[]): Promise<Map<string, string>> {
    return this.teachers.names(scope, [...new Set(ids.filter((id) => id !== null))]);
  }

  private async requireMember(scope: TownScope, kind: TeacherKind, memberId: string | null): Promise<void> {
    if (memberId === null) return;
    if (!isLocal(kind)) throw new AppError('INPUT_INVALID', { field: 'memberId', detail: { reason: '外请的老师不对应本镇学员' } });
    await this.members.find(scope, memberId);
  }
}
