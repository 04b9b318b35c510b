import { Injectable } from '@nestjs/common';
import type { Answer, Input } from '@weidangxiao/shared/contract/all.ts';
import { AppError } from '@weidangxiao/shared/errors.ts';
import { GroupsService } from '../groups/groups.service.ts';
import { BindingsService } from '../logins/bindings.service.ts';
import { LoginsService } from '../logins/logins.service.ts';
import type { Member } from '../members/member.entity.ts';
import { type MemberView, roleViewOf, viewOf } from '../members/member-view.ts';
import { MembersService } from '../members/members.service.ts';
import { MovesService } from '../members/moves.service.ts';
import type { GrantedRole } from '../members/role-grant.entity.ts';
import { RolesService } from '../members/roles.service.ts';
import { TagsService } from '../members/tags.service.ts';
import { Acts } from '../platform/access/acts.ts';
import type { PersonScope, TownScope } from '../platform/access/scope.ts';

/** What admins (and, for reading, leaders and the committee) do with the people of the town. */
@Injectable()
export class RosterService {
  constructor(
    private readonly members: MembersService,
    private readonly moves: MovesService,
    private readonly roles: RolesService,
    private readonly tags: TagsService,
    private readonly groups: GroupsService,
    private readonly logins: LoginsService,
    private readonly bindings: BindingsService,
    private readonly acts: Acts,
  ) {}

  async list(scope: PersonScope, { page, pageSize, ...filter }: Input<'listMembers'>['query']): Promise<Answer<'listMembers'>> {
    const groupOrder = (await this.groups.open(scope)).map(({ id }) => id);
    const [rows, total] = await this.members.page(scope, { ...filter, groupOrder }, (page - 1) * pageSize, pageSize);
    return { items: await this.viewsOf(scope, rows), page, pageSize, total };
  }

  async one(scope: PersonScope, id: string): Promise<Answer<'getMember'>> {
    const member = await this.members.find(scope, id);
    const names = await this.groups.names(scope);
    const memberships = (await this.moves.memberships(scope, id)).map(({ groupId, fromDate, toDate }) => ({ groupId, groupName: names.get(groupId) ?? '', from: fromDate, to: toDate }));
    return { ...(await this.viewOf(scope, member)), ownTags: await this.tags.ownOf(scope, member), memberships };
  }

  async add(scope: PersonScope, person: Input<'createMember'>['body']): Promise<MemberView> {
    return this.acts.perform(scope, async () => {
      await this.groups.find(scope, person.groupId);
      await this.requirePhoneFree(scope, person.phone, person.phoneShared, null);
      return this.viewOf(scope, await this.members.add(scope, person));
    });
  }

  async change(scope: PersonScope, id: string, { remark, ...changes }: Input<'updateMember'>['body']): Promise<MemberView> {
    return this.changing(scope, id, async () => {
      const sealed = remark === undefined ? {} : { remarkCipher: this.members.sealRemark(scope, remark) };
      await this.moves.change(scope, id, { ...defined(changes), ...sealed });
    });
  }

  async changePhone(scope: PersonScope, id: string, { phone, shared }: Input<'changePhone'>['body']): Promise<MemberView> {
    return this.changing(scope, id, async () => {
      await this.requirePhoneFree(scope, phone, shared, id);
      await this.moves.change(scope, id, { ...this.members.sealPhone(scope, phone), phoneShared: shared });
    });
  }

  async revealPhone(scope: PersonScope, id: string): Promise<Answer<'revealPhone'>> {
    return this.acts.perform(scope, async () => ({ phone: this.members.phoneOf(await this.members.find(scope, id)) }), { target: id });
  }

  async revealRemark(scope: PersonScope, id: string): Promise<Answer<'revealRemark'>> {
    return this.acts.perform(scope, async () => ({ remark: this.members.remarkOf(await this.members.find(scope, id)) }), { target: id });
  }

  async move(scope: PersonScope, id: string, { groupId, on }: Input<'moveMember'>['body']): Promise<MemberView> {
    return this.changing(scope, id, async (member) => {
      if (member.state !== 'active') throw new AppError('MEMBER_CLOSED');
      await this.groups.find(scope, groupId);
      await this.moves.move(scope, member, groupId, on);
    });
  }

  async close(scope: PersonScope, id: string, leaving: Input<'closeMember'>['body']): Promise<MemberView> {
    return this.changing(scope, id, async (member) => {
      await this.moves.leave(scope, member, leaving);
      await this.roles.endAllOf(scope, id);
      await this.logins.shutOut(scope, id);
    });
  }

  async reopen(scope: PersonScope, id: string): Promise<MemberView> {
    return this.changing(scope, id, async (member) => {
      if (member.state === 'active') return;
      const open = new Set((await this.groups.open(scope)).map((group) => group.id));
      await this.moves.comeBack(scope, member, member.groupId && open.has(member.groupId) ? member.groupId : null);
    });
  }

  async grantRole(scope: PersonScope, id: string, { role, groupId }: { role: GrantedRole; groupId?: string | undefined }): Promise<Answer<'grantRole'>> {
    if ((role === 'leader') !== Boolean(groupId)) throw new AppError('INPUT_INVALID', { field: 'groupId', detail: { reason: '只有组长要选小组' } });
    return this.acts.perform(scope, async () => {
      const member = await this.members.find(scope, id);
      if (member.state !== 'active') throw new AppError('MEMBER_CLOSED');
      if (groupId) await this.groups.find(scope, groupId);
      const grant = await this.roles.give(scope, id, role, groupId ?? null);
      await this.logins.endAllOf(scope, id);
      return roleViewOf(grant, await this.groups.names(scope));
    }, { target: id });
  }

  async endRole(scope: PersonScope, id: string, roleId: string): Promise<void> {
    await this.acts.perform(scope, async () => {
      await this.members.find(scope, id);
      await this.roles.end(scope, id, roleId);
      await this.logins.endAllOf(scope, id);
    }, { target: id });
  }

  private changing(scope: PersonScope, id: string, work: (member: Member) => Promise<void>): Promise<MemberView> {
    return this.acts.perform(scope, async () => {
      await work(await this.members.find(scope, id));
      return this.viewOf(scope, await this.members.find(scope, id));
    }, { target: id });
  }

  private async requirePhoneFree(scope: TownScope, phone: string | null, shared: boolean, except: string | null): Promise<void> {
    if (phone === null || shared) return;
    const others = (await this.members.withPhone(scope, phone)).filter(({ id }) => id !== except);
    if (others.length > 0) throw new AppError('PHONE_TAKEN', { field: 'phone' });
  }

  private async viewOf(scope: PersonScope, member: Member): Promise<MemberView> {
    const [view] = await this.viewsOf(scope, [member]);
    if (!view) throw new AppError('NOT_FOUND');
    return view;
  }

  private async viewsOf(scope: PersonScope, rows: readonly Member[]): Promise<MemberView[]> {
    const ids = rows.map(({ id }) => id);
    const groupNames = await this.groups.names(scope);
    const grants = await this.roles.ofMembers(scope, ids);
    const bound = await this.bindings.boundAmong(scope, ids);
    return rows.map((row) => viewOf(row, { groupNames, grants, bound, maskedPhoneOf: (member) => this.members.maskedPhoneOf(member) }));
  }
}

function defined<T extends object>(changes: T): Partial<T> {
  return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)) as Partial<T>;
}
