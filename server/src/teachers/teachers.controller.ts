import { Controller } from '@nestjs/common';
import type { Answer, Input } from '@weidangxiao/shared/contract/all.ts';
import { By, In } from '../platform/access/request.ts';
import type { PersonScope, WholeTownScope } from '../platform/access/scope.ts';
import { Serves } from '../platform/access/serves.ts';
import { TeachersService } from './teachers.service.ts';

@Controller()
export class TeachersController {
  constructor(private readonly teachers: TeachersService) {}

  @Serves('listTeachers')
  list(@By() scope: PersonScope, @In() { query }: Input<'listTeachers'>): Promise<Answer<'listTeachers'>> {
    return this.teachers.list(scope, query);
  }

  @Serves('getTeacher')
  one(@By() scope: PersonScope, @In() { params }: Input<'getTeacher'>): Promise<Answer<'getTeacher'>> {
    return this.teachers.one(scope, params.id);
  }

  @Serves('createTeacher')
  add(@By() scope: WholeTownScope, @In() { body }: Input<'createTeacher'>): Promise<Answer<'createTeacher'>> {
    return this.teachers.add(scope, body);
  }

  @Serves('updateTeacher')
  change(@By() scope: WholeTownScope, @In() { params, body }: Input<'updateTeacher'>): Promise<Answer<'updateTeacher'>> {
    return this.teachers.change(scope, params.id, body);
  }

  @Serves('closeTeacher')
  close(@By() scope: WholeTownScope, @In() { params }: Input<'closeTeacher'>): Promise<Answer<'closeTeacher'>> {
    return this.teachers.close(scope, params.id);
  }

  @Serves('revealTeacherPhone')
  revealPhone(@By() scope: WholeTownScope, @In() { params }: Input<'revealTeacherPhone'>): Promise<Answer<'revealTeacherPhone'>> {
    return this.teachers.revealPhone(scope, params.id);
  }
}
