import { Injectable } from '@nestjs/common';
import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import { MembersService, type Person } from '../members/members.service.ts';
import type { TownScope } from '../platform/access/scope.ts';
import { type Place, Vault } from '../platform/crypto/vault.ts';
import type { CheckIn } from './check-in.entity.ts';

export type CheckInView = Answer<'createCheckIn'>;

const takeawayPlace = (townId: string): Place => ({ townId, column: 'check_ins.takeaway_cipher' });

/** Check-ins as the member and the group leader read them: takeaways opened, people by their names. */
@Injectable()
export class CheckInViews {
  constructor(
    private readonly members: MembersService,
    private readonly vault: Vault,
  ) {}

  seal({ townId }: TownScope, text: string): string | null {
    return text === '' ? null : this.vault.seal(text, takeawayPlace(townId));
  }

  textOf({ takeawayCipher, townId }: CheckIn): string | null {
    return takeawayCipher && this.vault.open(takeawayCipher, takeawayPlace(townId));
  }

  async one(scope: TownScope, checkIn: CheckIn): Promise<CheckInView> {
    const [view] = await this.all(scope, [checkIn]);
    if (!view) throw new Error('a check-in was lost on its way out');
    return view;
  }

  /** Of what was written a moment ago: its words need not be opened again. */
  async fresh(scope: TownScope, checkIn: CheckIn, text: string): Promise<CheckInView> {
    return this.viewOf(checkIn, await this.peopleIn(scope, [checkIn]), checkIn.takeawayCipher && wellFormed(text));
  }

  async all(scope: TownScope, checkIns: readonly CheckIn[]): Promise<CheckInView[]> {
    const people = await this.peopleIn(scope, checkIns);
    return checkIns.map((checkIn) => this.viewOf(checkIn, people));
  }

  /** Those whom a view names. */
  private peopleIn(scope: TownScope, checkIns: readonly CheckIn[]): Promise<ReadonlyMap<string, Person>> {
    return this.members.people(scope, checkIns.flatMap(({ kind, enteredBy, decidedBy }) => [kind === 'paper' ? enteredBy : null, decidedBy]));
  }

  private viewOf(checkIn: CheckIn, people: ReadonlyMap<string, Person>, text = this.textOf(checkIn)): CheckInView {
    const { id, monday, state, kind, capturedAt, receivedAt, voiceFileId, voiceSeconds, enteredBy } = checkIn;
    const voice = voiceFileId && voiceSeconds ? { fileId: voiceFileId, seconds: voiceSeconds } : null;
    const enteredFromPaper = kind === 'paper' ? (people.get(enteredBy) ?? null) : null;
    return { id, monday, state, kind, text, voice, capturedAt, receivedAt, enteredBy: enteredFromPaper, decision: decisionOf(checkIn, people) };
  }
}

function decisionOf({ decidedAt, decidedBy, decisionReason }: CheckIn, people: ReadonlyMap<string, Person>): CheckInView['decision'] {
  const by = decidedBy && people.get(decidedBy);
  return decidedAt && by ? { at: decidedAt, by, reason: decisionReason } : null;
}

/** As it was stored: half a surrogate pair cannot be kept as it came. */
export function wellFormed(text: string): string {
  return Buffer.from(text).toString();
}
