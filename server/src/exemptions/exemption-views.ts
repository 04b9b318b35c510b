import { Injectable } from '@nestjs/common';
import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import type { ExemptingReason } from '@weidangxiao/shared/rules/leave.ts';
import { MembersService, type Person } from '../members/members.service.ts';
import { RolesService } from '../members/roles.service.ts';
import type { PersonScope, TownScope } from '../platform/access/scope.ts';
import { type Place, Vault } from '../platform/crypto/vault.ts';
import type { Exemption } from './exemption.entity.ts';

export type ExemptionView = Answer<'endExemption'>;

interface Cause {
  readonly reason: ExemptingReason;
  readonly evidence: string;
}

const causePlace = (townId: string): Place => ({ townId, column: 'exemptions.cause_cipher' });

/** Exemptions as people read them. Why is for the member, the leader and the admins; who rates needs to know only that. */
@Injectable()
export class ExemptionViews {
  constructor(
    private readonly members: MembersService,
    private readonly roles: RolesService,
    private readonly vault: Vault,
  ) {}

  seal({ townId }: TownScope, cause: Cause): string {
    return this.vault.seal(JSON.stringify(cause), causePlace(townId));
  }

  async one(scope: PersonScope, exemption: Exemption): Promise<ExemptionView> {
    const [view] = await this.all(scope, [exemption]);
    if (!view) throw new Error('an exemption was lost on its way out');
    return view;
  }

  async all(scope: PersonScope, exemptions: readonly Exemption[]): Promise<ExemptionView[]> {
    const people = await this.members.people(scope, exemptions.flatMap(({ memberId, createdBy, endedBy }) => [memberId, createdBy, endedBy]));
    const knowsWhy = scope.reach !== 'town' || (await this.roles.heldBy(scope, scope.memberId)).roles.includes('admin');
    return exemptions.map((exemption) => this.viewOf(exemption, people, knowsWhy || exemption.memberId === scope.memberId));
  }

  private viewOf(exemption: Exemption, people: ReadonlyMap<string, Person>, knowsWhy: boolean): ExemptionView {
    const { id, memberId, groupId, fromDate, toDate, plannedTo, createdAt, createdBy, endedAt, endedBy, endWhy, settled } = exemption;
    const personOf = (person: string): Person => people.get(person) ?? { memberId: person, name: '' };
    const cause = knowsWhy ? this.causeOf(exemption) : { reason: null, evidence: null };
    const ended = endedAt && endedBy ? { at: endedAt, by: personOf(endedBy), why: knowsWhy ? (endWhy ?? '') : '', plannedTo } : null;
    return { id, member: personOf(memberId), groupId, from: fromDate, to: toDate, ...cause, createdAt, createdBy: personOf(createdBy), ended, settled };
  }

  private causeOf({ causeCipher, townId }: Exemption): Cause {
    return JSON.parse(this.vault.open(causeCipher, causePlace(townId))) as Cause;
  }
}
