import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Role } from '@weidangxiao/shared/permissions.ts';
import { randomUUID } from 'node:crypto';
import type { Group } from '../src/groups/group.entity.ts';
import { GroupsService } from '../src/groups/groups.service.ts';
import { ConsentsService } from '../src/logins/consents.service.ts';
import { LoginsService } from '../src/logins/logins.service.ts';
import { OperatorsService } from '../src/logins/operators.service.ts';
import type { Member } from '../src/members/member.entity.ts';
import { MembersService, type NewMember } from '../src/members/members.service.ts';
import { RolesService } from '../src/members/roles.service.ts';
import { Acts } from '../src/platform/access/acts.ts';
import { hostScope, systemScope } from '../src/platform/access/mint.ts';
import type { SystemScope } from '../src/platform/access/scope.ts';
import { privacyNotice } from '@weidangxiao/shared/privacy-notice.ts';
import type { Town } from '../src/towns/town.entity.ts';
import { TownsService } from '../src/towns/towns.service.ts';
import type { Api } from './api.ts';

export interface MadeTown extends Town {
  readonly scope: SystemScope;
}

/** Somebody with a login. */
export interface Actor {
  readonly member: Member;
  readonly town: MadeTown;
  readonly api: Api;
}

interface Wanted extends Partial<NewMember> {
  readonly town?: MadeTown;
  /** Roles beside `member`; a leader leads the group that the member is in. */
  readonly roles?: readonly Exclude<Role, 'member' | 'operator'>[];
  /** Whether the privacy notice was agreed to; yes unless told. */
  readonly consent?: boolean;
}

let made = 0;
const next = (): number => (made += 1);

/** 138 0000 dddd: a sample phone that nobody has. */
export const samplePhone = (): string => `1${38 + Math.floor(next() / 10_000)}0000${String(made % 10_000).padStart(4, '0')}`;

/** Makes what a test needs, missing parents included, through the services that the product uses itself. */
export class Factory {
  constructor(
    private readonly app: NestFastifyApplication,
    private readonly api: Api,
  ) {}

  async town(wanted: Partial<Pick<Town, 'code' | 'name' | 'schoolName' | 'foundedOn'>> = {}): Promise<MadeTown> {
    const code = wanted.code ?? `town-${next()}-${randomUUID().slice(0, 6)}`;
    const body = { name: '青禾镇', schoolName: '青禾微党校', foundedOn: '2026-05-15', ...wanted, code, admin: { name: '创始人', phone: samplePhone() } };
    const town = await this.app.get(TownsService).create(hostScope(), body);
    return { ...town, scope: systemScope(town.id, 'test') };
  }

  async group(town?: MadeTown, name?: string): Promise<Group> {
    const home = town ?? (await this.town());
    return this.act(home, () => this.app.get(GroupsService).add(home.scope, name ?? `第${next()}学习小组`));
  }

  async member(wanted: Wanted = {}): Promise<Member> {
    return (await this.person(wanted)).member;
  }

  /** A member of a group, with roles and a login. */
  async actor(wanted: Wanted = {}): Promise<Actor> {
    const { member, town } = await this.person(wanted);
    const { token } = await this.act(town, () => this.app.get(LoginsService).begin({ townId: town.id, memberId: member.id, operatorId: null }, 'demo'));
    return { member, town, api: this.api.as(token) };
  }

  /** A fresh login of somebody who is there already. */
  async login(member: Member): Promise<Api> {
    const scope = systemScope(member.townId, 'test');
    const { token } = await this.app.get(Acts).perform(scope, () => this.app.get(LoginsService).begin({ townId: member.townId, memberId: member.id, operatorId: null }, 'demo'), { act: 'test.made' });
    return this.api.as(token);
  }

  /** The same person with a fresh login: logins end while a test lets days pass. */
  async anew(actor: Actor): Promise<Actor> {
    return { ...actor, api: await this.login(actor.member) };
  }

  async operator(name = '运维'): Promise<Api> {
    const { id } = await this.app.get(OperatorsService).named(name);
    const { token } = await this.app.get(Acts).perform(hostScope(id), () => this.app.get(LoginsService).begin({ townId: null, memberId: null, operatorId: id }, 'demo'), { act: 'test.made' });
    return this.api.as(token);
  }

  /** One act in the name of the test. */
  act<T>(town: MadeTown, work: () => Promise<T>): Promise<T> {
    return this.app.get(Acts).perform(town.scope, work, { act: 'test.made' });
  }

  private async person({ town, roles = [], consent = true, ...wanted }: Wanted): Promise<{ member: Member; town: MadeTown }> {
    const home = town ?? (await this.town());
    const groupId = wanted.groupId === undefined ? (await this.group(home)).id : wanted.groupId;
    const member = await this.act(home, async () => {
      const added = await this.app.get(MembersService).add(home.scope, { name: `学员${next()}`, phone: samplePhone(), since: '2026-05-15', ...wanted, groupId });
      for (const role of roles) await this.app.get(RolesService).give(home.scope, added.id, role, role === 'leader' ? groupId : null);
      if (consent) await this.app.get(ConsentsService).give(home.scope, added.id, privacyNotice.version);
      return added;
    });
    return { member, town: home };
  }
}
