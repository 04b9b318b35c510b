import { Injectable } from '@nestjs/common';
import { AppError } from '@weidangxiao/shared/errors.ts';
import type { Span } from '@weidangxiao/shared/rules/span.ts';
import { businessDate } from '@weidangxiao/shared/rules/week.ts';
import { randomUUID } from 'node:crypto';
import type { OpenScope, PersonScope, TownScope } from '../platform/access/scope.ts';
import { Clock } from '../platform/clock/clock.ts';
import type { RowSource } from '../platform/database/prepared.ts';
import { maskPhone, unreadable } from '../platform/crypto/mask-phone.ts';
import { Vault } from '../platform/crypto/vault.ts';
import { Log } from '../platform/log/log.ts';
import type { Member, MemberTag } from './member.entity.ts';
import { phonePlace, remarkPlace } from './member-secrets.ts';
import { type MemberFilter, MembersRepository } from './members.repository.ts';

export interface NewMember {
  readonly name: string;
  /** 11 digits, or null for somebody without a phone. */
  readonly phone: string | null;
  readonly phoneShared?: boolean;
  readonly groupId: string | null;
  /** First day in the group; today unless told. */
  readonly since?: string | undefined;
  readonly gender?: 'male' | 'female' | null | undefined;
  readonly tags?: MemberTag[] | undefined;
  readonly duty?: string | null | undefined;
  readonly joinedOn?: string | null | undefined;
  readonly paper?: boolean | undefined;
  readonly remark?: string | null | undefined;
}

export interface Person {
  readonly memberId: string;
  readonly name: string;
}

/** Who is in the town: what other nouns ask. What admins do with the roster is in `member-desk.service.ts`. */
@Injectable()
export class MembersService {
  constructor(
    private readonly members: MembersRepository,
    private readonly vault: Vault,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  /** @throws AppError NOT_FOUND for whoever is out of reach or does not exist */
  async find(scope: TownScope, id: string): Promise<Member> {
    const member = await this.members.one(scope, id);
    if (!member) throw new AppError('NOT_FOUND');
    return member;
  }

  self(scope: PersonScope): Promise<Member> {
    return this.find(scope, scope.memberId);
  }

  page(scope: TownScope, filter: MemberFilter, skip: number, take: number): Promise<[Member[], number]> {
    return this.members.page(scope, filter, skip, take);
  }

  /** Names inside the town, whatever the reach; ids that are not there are left out. */
  async people(scope: TownScope, ids: readonly (string | null)[]): Promise<Map<string, Person>> {
    const known = [...new Set(ids.filter((id) => id !== null))];
    if (known.length === 0) return new Map();
    const rows = await this.members.named(scope, known);
    return new Map(rows.map(({ id, name }) => [id, { memberId: id, name }]));
  }

  /** Active people of the town whose name holds these characters, whatever the reach. */
  likeNamed(scope: TownScope, q: string, take: number): Promise<Pick<Member, 'id' | 'name' | 'groupId'>[]> {
    return this.members.likeNamed(scope, q, take);
  }

  /** As `people`, with today's group, whether each reads on paper and is still on the rolls. */
  async briefs(scope: TownScope, ids: readonly string[]): Promise<Map<string, Person & Pick<Member, 'groupId' | 'paper' | 'state'>>> {
    if (ids.length === 0) return new Map();
    const rows = await this.members.named(scope, [...new Set(ids)]);
    return new Map(rows.map(({ id, name, groupId, paper, state }) => [id, { memberId: id, name, groupId, paper, state }]));
  }

  /** What the roster names them as, by member, whatever their state; null for most. */
  async duties(scope: TownScope, ids: readonly string[]): Promise<Map<string, string | null>> {
    if (ids.length === 0) return new Map();
    return new Map((await this.members.withDuty(scope, ids)).map(({ id, duty }) => [id, duty]));
  }

  /** The last of the next `limit` active members after one, and whether nobody comes after. */
  async activeSpan(scope: TownScope, afterId: string | null, limit: number): Promise<{ last: string | null; isEnd: boolean }> {
    const { last, count } = await this.members.activeSpan(scope, afterId ?? '', limit);
    return { last, isEnd: count < limit };
  }

  /** Active members after one and up to another, as rows for a statement: `id`, `group_id`, `paper`. */
  activeSource(scope: TownScope, after: string, upTo: string): RowSource {
    return this.members.activeSource(scope, after, upTo);
  }

  /** In chunks by id, for work over a whole town. Start with null. */
  activeAfter(scope: TownScope, afterId: string | null, limit: number): Promise<Member[]> {
    return this.members.activeAfter(scope, afterId ?? '', limit);
  }

  active(scope: TownScope): Promise<Member[]> {
    return this.members.active(scope);
  }

  /** @throws AppError NOT_FOUND when the caller does not reach that group */
  activeOfGroup(scope: TownScope, groupId: string): Promise<Member[]> {
    if (!reaches(scope, groupId)) throw new AppError('NOT_FOUND');
    return this.members.activeOfGroup(scope, groupId);
  }

  /** Everybody whom the caller leads or, in the whole town, administers; of one group where it is named. @throws AppError NOT_FOUND */
  async reached(scope: TownScope, groupId?: string): Promise<Member[]> {
    if (groupId) return this.activeOfGroup(scope, groupId);
    if (scope.reach !== 'group') return this.members.active(scope);
    const led: Member[] = [];
    for (const id of new Set(scope.groupIds)) led.push(...(await this.members.activeOfGroup(scope, id)));
    return led;
  }

  /** When people of the town belonged to any group, as far as it touches these days, both included; of these members where they are named. */
  async belonging(scope: TownScope, from: string, to: string, memberIds?: readonly string[]): Promise<Map<string, Span[]>> {
    const found = new Map<string, Span[]>();
    for (const { memberId, fromDate, toDate } of await this.members.touching(scope, from, to, memberIds)) {
      found.set(memberId, [...(found.get(memberId) ?? []), { from: fromDate, to: toDate }]);
    }
    return found;
  }

  /** Names of the people of one's own group, which they know anyway. */
  async fellows(scope: PersonScope, groupId: string): Promise<Person[]> {
    const rows = await this.members.activeOfGroup(scope, groupId);
    return rows.map(({ id, name }) => ({ memberId: id, name }));
  }

  countActive(scope: TownScope): Promise<number> {
    return this.members.countActive(scope);
  }

  countByGroup(scope: TownScope): Promise<Map<string, number>> {
    return this.members.countByGroup(scope);
  }

  /** The group that a member belonged to on that day, or null. */
  async groupOn(scope: TownScope, memberId: string, date: string): Promise<string | null> {
    const memberships = await this.members.memberships(scope, memberId);
    return memberships.find(({ fromDate, toDate }) => fromDate <= date && (toDate === null || date <= toDate))?.groupId ?? null;
  }

  /** Who belonged to these groups on that day, whatever the reach. */
  async belongingOn(scope: TownScope, groupIds: readonly string[], date: string): Promise<{ memberId: string; groupId: string }[]> {
    if (groupIds.length === 0) return [];
    return (await this.members.holdingOn(scope, { groupIds }, date)).map(({ memberId, groupId }) => ({ memberId, groupId }));
  }

  /** The groups of these members on that day; who had none is left out. */
  async groupsOn(scope: TownScope, memberIds: readonly string[], date: string): Promise<Map<string, string>> {
    if (memberIds.length === 0) return new Map();
    return new Map((await this.members.holdingOn(scope, { memberIds }, date)).map(({ memberId, groupId }) => [memberId, groupId]));
  }

  /** Everybody in any town with this phone, for binding at login. */
  byPhone(scope: OpenScope, phone: string): Promise<Member[]> {
    return this.members.byPhoneIndex(scope, this.vault.phoneIndex(phone));
  }

  /** Active members of the town with this phone. */
  withPhone(scope: TownScope, phone: string): Promise<Member[]> {
    return this.members.withPhoneIndex(scope, this.vault.phoneIndex(phone));
  }

  /** @throws AppError PHONE_UNREADABLE where there is one and its key is gone */
  phoneOf(member: Member): string | null {
    const phone = this.knownPhoneOf(member);
    if (phone === null && member.phoneCipher !== null) throw new AppError('PHONE_UNREADABLE');
    return phone;
  }

  /** For lists: one that cannot be read is said to be so, and keeps nobody else's from being shown. */
  maskedPhoneOf(member: Member): string | null {
    if (member.phoneCipher === null) return null;
    const phone = this.knownPhoneOf(member);
    return phone === null ? unreadable : maskPhone(phone);
  }

  /** Null also for one that cannot be read. */
  knownPhoneOf({ townId, id, phoneCipher }: Member): string | null {
    try {
      return phoneCipher && this.vault.open(phoneCipher, phonePlace(townId));
    } catch (error) {
      this.log.error('A phone cannot be read', { townId, memberId: id, error });
      return null;
    }
  }

  remarkOf(member: Member): string | null {
    return member.remarkCipher && this.vault.open(member.remarkCipher, remarkPlace(member.townId));
  }

  /** Call inside a unit of work. Who may share a phone is settled before. */
  async add(scope: TownScope, person: NewMember): Promise<Member> {
    const [member] = await this.addAll(scope, [person]);
    if (!member) throw new Error('nobody was added');
    return member;
  }

  /** Call inside a unit of work. */
  async addAll(scope: TownScope, people: readonly NewMember[]): Promise<Member[]> {
    const members = people.map((person) => this.rowOf(scope, person));
    await this.members.insert(scope, members);
    const today = businessDate(this.clock.now());
    const started = members.flatMap(({ id, groupId }, at) => (groupId ? [{ id: randomUUID(), memberId: id, groupId, fromDate: people[at]?.since ?? today }] : []));
    await this.members.startMemberships(scope, started);
    return members;
  }

  sealPhone(scope: TownScope, phone: string | null): Pick<Member, 'phoneCipher' | 'phoneIndex'> {
    if (phone === null) return { phoneCipher: null, phoneIndex: null };
    return { phoneCipher: this.vault.seal(phone, phonePlace(scope.townId)), phoneIndex: this.vault.phoneIndex(phone) };
  }

  sealRemark(scope: TownScope, remark: string | null | undefined): string | null {
    return remark ? this.vault.seal(remark, remarkPlace(scope.townId)) : null;
  }

  private rowOf(scope: TownScope, person: NewMember): Member {
    return {
      townId: scope.townId,
      id: randomUUID(),
      name: person.name,
      gender: person.gender ?? null,
      groupId: person.groupId,
      ...this.sealPhone(scope, person.phone),
      phoneShared: person.phoneShared ?? false,
      tags: person.tags ?? [],
      duty: person.duty || null,
      joinedOn: person.joinedOn ?? null,
      paper: person.paper ?? false,
      remarkCipher: this.sealRemark(scope, person.remark),
      state: 'active',
      stateOn: null,
      stateReason: null,
      createdAt: this.clock.real(),
      updatedAt: this.clock.real(),
    };
  }
}

/** Whether a scope covers a group's people. */
export function reaches(scope: TownScope, groupId: string): boolean {
  if (scope.reach === 'town' || scope.reach === 'system') return true;
  return scope.reach === 'group' && scope.groupIds.includes(groupId);
}

