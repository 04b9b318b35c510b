import type { Place, Vault } from '../platform/crypto/vault.ts';
import type { Corrections, TownPerson } from './judging/judgement.ts';
import type { RowView, Summary } from './judging/view.ts';
import type { ReadRoster } from './reading/read-roster.ts';

/** What an import came to. */
export interface Result {
  readonly summary: Summary;
  readonly rows: readonly RowView[];
}

/** What somebody was before, and what the import made of it. */
export interface UndoneChange {
  readonly before: TownPerson;
  readonly after: TownPerson;
  /** First day in the new group; null for whoever was not moved. */
  readonly movedOn: string | null;
}

export interface Undo {
  readonly added: readonly TownPerson[];
  readonly changed: readonly UndoneChange[];
  /** Ids of the groups made. */
  readonly groups: readonly string[];
}

interface Sealed {
  readonly sheet: ReadRoster;
  readonly corrections: Corrections;
  readonly result: Result;
  readonly undo: Undo;
}

/** Seals and opens what an import holds of people; each opens only in its own column. */
export class RosterSecrets {
  constructor(
    private readonly vault: Vault,
    private readonly townId: string,
  ) {}

  seal<Kind extends keyof Sealed>(kind: Kind, value: Sealed[Kind]): string {
    return this.vault.seal(JSON.stringify(value), this.placeOf(kind));
  }

  open<Kind extends keyof Sealed>(kind: Kind, sealed: string): Sealed[Kind] {
    return JSON.parse(this.vault.open(sealed, this.placeOf(kind))) as Sealed[Kind];
  }

  private placeOf(kind: keyof Sealed): Place {
    return { townId: this.townId, column: `roster_imports.${kind}_cipher` };
  }
}

