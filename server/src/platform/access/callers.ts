import type { Role } from '@weidangxiao/shared/permissions.ts';

/** Who holds a valid login. A caller is a member of one town or an operator, never both. */
export interface Caller {
  readonly loginId: string;
  readonly townId: string | null;
  readonly memberId: string | null;
  readonly operatorId: string | null;
  readonly groupId: string | null;
  readonly roles: readonly Role[];
  /** Groups led today. */
  readonly leads: readonly string[];
  readonly consentVersion: string | null;
}

/** What access needs to know about logins and towns; the nouns that own those tables provide it. */
export abstract class Callers {
  /** The caller behind a bearer token, or null when it has ended, was revoked or never existed. */
  abstract find(token: string): Promise<Caller | null>;
  /** The id of the town with this public code, or null. */
  abstract townIdOf(code: string): Promise<string | null>;
}
