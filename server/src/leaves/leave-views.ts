import { Injectable } from '@nestjs/common';
import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import type { LeaveReason } from '@weidangxiao/shared/rules/leave.ts';
import { AttendanceFactsService, type BriefSession } from '../attendance/attendance-facts.service.ts';
import { MembersService, type Person } from '../members/members.service.ts';
import type { TownScope } from '../platform/access/scope.ts';
import { type Place, Vault } from '../platform/crypto/vault.ts';
import type { Leave } from './leave.entity.ts';

export type LeaveView = Answer<'decideLeave'>;

interface Cause {
  readonly reason: LeaveReason;
  readonly text: string | null;
}

const causePlace = (townId: string): Place => ({ townId, column: 'leaves.cause_cipher' });

/** Leaves as the member and whoever decides read them: the cause opened, people and session by their names. */
@Injectable()
export class LeaveViews {
  constructor(
    private readonly facts: AttendanceFactsService,
    private readonly members: MembersService,
    private readonly vault: Vault,
  ) {}

  seal({ townId }: TownScope, cause: Cause): string {
    return this.vault.seal(JSON.stringify(cause), causePlace(townId));
  }

  async one(scope: TownScope, leave: Leave): Promise<LeaveView> {
    const [view] = await this.all(scope, [leave]);
    if (!view) throw new Error('a leave was lost on its way out');
    return view;
  }

  async all(scope: TownScope, leaves: readonly Leave[]): Promise<LeaveView[]> {
    const sessions = await this.facts.briefs(scope, leaves.map(({ sessionId }) => sessionId));
    const people = await this.members.people(scope, leaves.flatMap(({ memberId, enteredBy, decidedBy }) => [memberId, enteredBy, decidedBy]));
    return leaves.flatMap((leave) => {
      const session = sessions.get(leave.sessionId);
      return session ? [this.viewOf(leave, session, people)] : [];
    });
  }

  private viewOf(leave: Leave, session: BriefSession, people: ReadonlyMap<string, Person>): LeaveView {
    const { id, state, exempts, late, capturedAt, receivedAt, memberId, enteredBy, decidedAt, decidedBy, decisionReason } = leave;
    const personOf = (person: string): Person => people.get(person) ?? { memberId: person, name: '' };
    const decision = decidedAt && decidedBy ? { at: decidedAt, by: personOf(decidedBy), reason: decisionReason } : null;
    return { id, state, session, member: personOf(memberId), ...this.causeOf(leave), exempts, enteredBy: enteredBy === memberId ? null : personOf(enteredBy), late, capturedAt, receivedAt, decision };
  }

  private causeOf({ causeCipher, townId }: Leave): Cause {
    return JSON.parse(this.vault.open(causeCipher, causePlace(townId))) as Cause;
  }
}
