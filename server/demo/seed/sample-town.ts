import type { INestApplicationContext } from '@nestjs/common';
import { sampleTownCode } from '../../src/demo/demo-people.ts';
import { GroupsService } from '../../src/groups/groups.service.ts';
import { BindingsService } from '../../src/logins/bindings.service.ts';
import { ConsentsService } from '../../src/logins/consents.service.ts';
import type { Member } from '../../src/members/member.entity.ts';
import { MembersService } from '../../src/members/members.service.ts';
import { RolesService } from '../../src/members/roles.service.ts';
import { Acts } from '../../src/platform/access/acts.ts';
import { hostScope, systemScope } from '../../src/platform/access/mint.ts';
import type { SystemScope } from '../../src/platform/access/scope.ts';
import { privacyNotice } from '@weidangxiao/shared/privacy-notice.ts';
import { TownsService } from '../../src/towns/towns.service.ts';
import { groupNames, type SamplePerson, samplePeople } from './people.ts';
import type { SeedClock } from './seed-clock.ts';

/** The sample town as the later steps of the seeding need it. */
export interface SampleTown {
  readonly clock: SeedClock;
  readonly scope: SystemScope;
  readonly admin: Member;
  readonly approver: Member;
  readonly members: readonly Member[];
  readonly leaders: readonly Member[];
}

/** Town, groups, people, roles, and WeChat bindings for those who use their phone. `foundedOn` also begins the memberships. */
export async function seedTown(app: INestApplicationContext, clock: SeedClock, foundedOn: string): Promise<SampleTown> {
  const acts = app.get(Acts);
  const town = await app.get(TownsService).create(hostScope(), {
    code: sampleTownCode,
    name: '龙凤镇',
    schoolName: '龙凤微党校',
    foundedOn,
    admin: { name: '林向荣', phone: '13800000001' },
  });
  const scope = systemScope(town.id, 'seed');
  return acts.perform(scope, async () => {
    await app.get(TownsService).change(scope, { contactPhone: '0825-0000000' });
    const groupIds = await seedGroups(app, scope);
    const people = samplePeople();
    const members = await app.get(MembersService).addAll(scope, people.map((person) => ({ ...person, groupId: groupIds[person.group] ?? null, since: foundedOn })));
    const leaders = members.filter((_, at) => people[at]?.leads);
    await giveRoles(app, scope, members, people);
    await bindPhones(app, scope, members, people);
    const admins = await app.get(RolesService).holders(scope, 'admin');
    const admin = await app.get(MembersService).find(scope, admins[0] ?? '');
    await app.get(ConsentsService).give(scope, admin.id, privacyNotice.version);
    const approver = await seedApprover(app, scope, groupIds[0] ?? null, foundedOn);
    return { clock, scope, admin, approver, members, leaders };
  }, { act: 'town.seeded' });
}

async function seedGroups(app: INestApplicationContext, scope: SystemScope): Promise<string[]> {
  const ids: string[] = [];
  for (const name of groupNames) ids.push((await app.get(GroupsService).add(scope, name)).id);
  return ids;
}

async function giveRoles(app: INestApplicationContext, scope: SystemScope, members: readonly Member[], people: readonly SamplePerson[]): Promise<void> {
  const roles = app.get(RolesService);
  for (const [at, { id, groupId }] of members.entries()) if (people[at]?.leads) await roles.give(scope, id, 'leader', groupId);
  for (const member of members.filter((_, at) => people[at]?.duty === '委员').slice(0, 3)) await roles.give(scope, member.id, 'committee', null);
}

/** The committee member who approves the theme of the week. */
async function seedApprover(app: INestApplicationContext, scope: SystemScope, groupId: string | null, since: string): Promise<Member> {
  const approver = await app.get(MembersService).add(scope, { name: '周明远', phone: '13800000002', groupId, since, duty: '宣统委员', tags: ['party_member', 'cadre'] });
  await app.get(RolesService).give(scope, approver.id, 'approver', null);
  await app.get(ConsentsService).give(scope, approver.id, privacyNotice.version);
  return approver;
}

/** Seven in ten with a phone have bound their WeChat; the others are there to try the binding with. */
async function bindPhones(app: INestApplicationContext, scope: SystemScope, members: readonly Member[], people: readonly SamplePerson[]): Promise<void> {
  for (const [at, member] of members.entries()) {
    if (people[at]?.phone === null || at % 10 >= 7) continue;
    await app.get(BindingsService).bind(member, sampleOpenid(member));
    await app.get(ConsentsService).give(scope, member.id, privacyNotice.version);
  }
}

/** The openid that the sandbox gives a sample member. */
export function sampleOpenid({ id }: Member): string {
  return `o${id.replaceAll('-', '').slice(0, 27)}`;
}

/** The leaders, the one whom the demo logs in (the first by id) at their head. */
export function demoLeadersFirst({ leaders }: SampleTown): Member[] {
  return [...leaders].sort((a, b) => a.id.localeCompare(b.id));
}
