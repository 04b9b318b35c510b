import type { RosterFaultCode, RosterField } from '@weidangxiao/shared/rules/roster-fault.ts';
import type { Entry } from '../reading/read-roster.ts';
import type { Gender, Tag } from '../reading/read-words.ts';

// The words in which rows are judged. All of judging is pure: the same sheet, corrections and town give the same answer.

export interface TownGroup {
  readonly id: string;
  readonly name: string;
  readonly key: string;
}

export interface TownPerson {
  readonly id: string;
  readonly name: string;
  readonly phone: string | null;
  readonly phoneShared: boolean;
  readonly groupId: string | null;
  readonly gender: Gender | null;
  readonly tags: readonly Tag[];
  readonly duty: string | null;
  readonly joinedOn: string | null;
  readonly remark: string | null;
}

/** Somebody who is no longer on the rolls. */
export interface GonePerson {
  readonly name: string;
  readonly phone: string | null;
  readonly groupId: string | null;
  readonly state: 'transferred_out' | 'closed';
}

export interface TownPicture {
  /** Business date. */
  readonly today: string;
  readonly groups: readonly TownGroup[];
  readonly people: readonly TownPerson[];
  readonly gone: readonly GonePerson[];
  readonly leaders: readonly { readonly memberId: string; readonly groupId: string | null }[];
}

/** What a person has mended on one row. */
export interface RowCorrection {
  readonly values?: Partial<Record<RosterField, string>>;
  readonly sharedPhone?: boolean;
  readonly skip?: boolean;
  /** A member's id, or `new` for nobody of the town. */
  readonly person?: string;
}

export interface Corrections {
  /** By the entry's key. */
  readonly rows: Readonly<Record<string, RowCorrection>>;
  /** Keys of the groups to be made. */
  readonly create: readonly string[];
}

export interface Fault {
  readonly code: RosterFaultCode;
  /** Where it is not the field that the code is about. */
  readonly field?: RosterField;
  readonly words?: Readonly<Record<string, string | number>>;
  readonly suggestion?: string | null;
  readonly memberId?: string | null;
}

export type GroupRef =
  | { readonly kind: 'known'; readonly id: string; readonly name: string }
  | { readonly kind: 'create'; readonly key: string; readonly name: string }
  /** `key` tells which unknown group is meant, `row` where it stands. */
  | { readonly kind: 'unknown'; readonly key: string; readonly name: string; readonly row: number }
  | { readonly kind: 'none' };

/** A row on its way through the judging; every step adds its faults. */
export interface Candidate {
  readonly entry: Entry;
  readonly correction: RowCorrection;
  readonly name: string | null;
  readonly phone: string | null;
  /** The phone without spaces where it cannot be read, for the suggestion and the masked showing. */
  readonly phoneText: string;
  readonly gender: Gender | null;
  readonly tags: readonly Tag[];
  readonly duty: string | null;
  readonly joinedOn: string | null;
  readonly remark: string | null;
  group: GroupRef;
  /** Whoever of the town this is. */
  member: TownPerson | null;
  /** People of the town whom this row speaks of without being them for sure: they are not missing. */
  readonly mentions: Set<string>;
  phoneShared: boolean;
  readonly faults: Fault[];
}

export type Outcome = 'added' | 'changed' | 'unchanged' | 'refused' | 'skipped';

export interface Judged extends Candidate {
  readonly outcome: Outcome;
  readonly changes: readonly string[];
}

export interface UnknownGroup {
  readonly key: string;
  readonly name: string;
  readonly rows: number;
}

export interface Judgement {
  readonly rows: readonly Judged[];
  readonly unknownGroups: readonly UnknownGroup[];
  /** Groups to be made, in the order of the sheet; only those that a good row needs. */
  readonly newGroups: readonly { readonly key: string; readonly name: string }[];
  readonly missing: readonly TownPerson[];
  readonly tidied: { readonly count: number; readonly examples: readonly string[] };
}
