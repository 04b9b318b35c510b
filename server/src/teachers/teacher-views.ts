import { Injectable } from '@nestjs/common';
import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import { AppError } from '@weidangxiao/shared/errors.ts';
import { reachOf } from '@weidangxiao/shared/permissions.ts';
import { MembersService } from '../members/members.service.ts';
import { RolesService } from '../members/roles.service.ts';
import type { TownScope } from '../platform/access/scope.ts';
import { maskPhone, unreadable } from '../platform/crypto/mask-phone.ts';
import { Vault } from '../platform/crypto/vault.ts';
import { Log } from '../platform/log/log.ts';
import type { Teacher } from './teacher.entity.ts';
import { teacherPhonePlace } from './teacher-phone.ts';

export type TeacherView = Answer<'createTeacher'>;

/** Teachers as the town sees them; the masked phone is for those who may also look at the whole of it. */
@Injectable()
export class TeacherViews {
  constructor(
    private readonly members: MembersService,
    private readonly roles: RolesService,
    private readonly vault: Vault,
    private readonly log: Log,
  ) {}

  async one(scope: TownScope, teacher: Teacher): Promise<TeacherView> {
    const [view] = await this.all(scope, [teacher]);
    if (!view) throw new Error('a teacher was lost on the way out');
    return view;
  }

  async all(scope: TownScope, teachers: readonly Teacher[]): Promise<TeacherView[]> {
    const people = await this.members.people(scope, teachers.map(({ memberId }) => memberId));
    const invites = await this.mayInvite(scope);
    return teachers.map((teacher) => {
      const { id, name, kind, organisation, topics, tags, taught, memberId, closedAt } = teacher;
      return {
        ...{ id, name, kind, organisation, topics, tags, taught, closed: closedAt !== null, hasPhone: teacher.phoneCipher !== null },
        member: memberId ? (people.get(memberId) ?? null) : null,
        phoneMasked: invites ? this.maskedPhoneOf(teacher) : null,
      };
    });
  }

  /** @throws AppError PHONE_UNREADABLE where there is one and its key is gone */
  phoneOf({ townId, id, phoneCipher }: Teacher): string | null {
    try {
      return phoneCipher && this.vault.open(phoneCipher, teacherPhonePlace(townId));
    } catch (error) {
      this.log.error('A phone cannot be read', { townId, teacherId: id, error });
      throw new AppError('PHONE_UNREADABLE', { cause: error });
    }
  }

  /** One that cannot be read keeps no other teacher from being shown. */
  private maskedPhoneOf(teacher: Teacher): string | null {
    try {
      const phone = this.phoneOf(teacher);
      return phone && maskPhone(phone);
    } catch {
      return unreadable;
    }
  }

  seal({ townId }: TownScope, phone: string | null): string | null {
    return phone && this.vault.seal(phone, teacherPhonePlace(townId));
  }

  private async mayInvite(scope: TownScope): Promise<boolean> {
    if (!scope.memberId) return false;
    const { roles } = await this.roles.heldBy(scope, scope.memberId);
    return reachOf('teachers.phone', roles) !== null;
  }
}
