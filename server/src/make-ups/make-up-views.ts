import { Injectable } from '@nestjs/common';
import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import { AttendanceFactsService, type BriefSession } from '../attendance/attendance-facts.service.ts';
import { MembersService, type Person } from '../members/members.service.ts';
import type { TownScope } from '../platform/access/scope.ts';
import type { MakeUp } from './make-up.entity.ts';

export type MakeUpView = Answer<'decideMakeUp'>;

/** Make-ups as people read them: people and session by their names. */
@Injectable()
export class MakeUpViews {
  constructor(
    private readonly facts: AttendanceFactsService,
    private readonly members: MembersService,
  ) {}

  async one(scope: TownScope, makeUp: MakeUp): Promise<MakeUpView> {
    const [view] = await this.all(scope, [makeUp]);
    if (!view) throw new Error('a make-up was lost on its way out');
    return view;
  }

  async all(scope: TownScope, makeUps: readonly MakeUp[]): Promise<MakeUpView[]> {
    const sessions = await this.facts.briefs(scope, makeUps.map(({ sessionId }) => sessionId));
    const people = await this.members.people(scope, makeUps.flatMap(({ memberId, enteredBy, decidedBy }) => [memberId, enteredBy, decidedBy]));
    return makeUps.flatMap((makeUp) => {
      const session = sessions.get(makeUp.sessionId);
      return session ? [viewOf(makeUp, session, people)] : [];
    });
  }
}

function viewOf(makeUp: MakeUp, session: BriefSession, people: ReadonlyMap<string, Person>): MakeUpView {
  const { id, state, way, text, madeUpOn, late, capturedAt, receivedAt, memberId, enteredBy, decidedAt, decidedBy, decisionReason } = makeUp;
  const personOf = (person: string): Person => people.get(person) ?? { memberId: person, name: '' };
  const decision = decidedAt && decidedBy ? { at: decidedAt, by: personOf(decidedBy), reason: decisionReason } : null;
  return { id, state, session, member: personOf(memberId), way, text, on: madeUpOn, enteredBy: enteredBy === memberId ? null : personOf(enteredBy), late, capturedAt, receivedAt, decision };
}
