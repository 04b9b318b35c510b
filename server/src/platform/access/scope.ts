declare const minted: unique symbol;

/** Only `mint.ts` makes scopes; the brand keeps everybody else from writing one by hand. */
interface Minted {
  readonly [minted]: true;
}

interface Person extends Minted {
  readonly townId: string;
  readonly memberId: string;
  /** The group that the person belongs to today; null for somebody not assigned. */
  readonly groupId: string | null;
}

export interface OwnScope extends Person {
  readonly reach: 'own';
}
export interface GroupScope extends Person {
  readonly reach: 'group';
  /** The groups that the person leads. */
  readonly groupIds: readonly string[];
}
export interface WholeTownScope extends Person {
  readonly reach: 'town';
}
/** A town's public face: no person behind it. */
export interface PublicScope extends Minted {
  readonly reach: 'public';
  readonly townId: string;
  readonly memberId: null;
}
/** A job, a callback or a seed acting on one town under a name that the audit shows. */
export interface SystemScope extends Minted {
  readonly reach: 'system';
  readonly townId: string;
  readonly memberId: null;
  readonly name: string;
}
/** The host's own view over all towns. `townId` is the host's key for audit rows. */
export interface HostScope extends Minted {
  readonly reach: 'host';
  readonly townId: typeof HOST;
  readonly memberId: null;
  readonly operatorId: string | null;
}
/** Before anybody is known: logins, health, the demo. */
export interface OpenScope extends Minted {
  readonly reach: 'open';
  readonly townId: typeof HOST;
  readonly memberId: null;
}

/** The key that stands in `town_id` for what belongs to no town. */
export const HOST = 'host';

export type PersonScope = OwnScope | GroupScope | WholeTownScope;
/** What repositories of town tables take. */
export type TownScope = PersonScope | PublicScope | SystemScope;
export type Scope = TownScope | HostScope | OpenScope;
