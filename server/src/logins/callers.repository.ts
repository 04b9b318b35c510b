import { Injectable } from '@nestjs/common';
import type { Role } from '@weidangxiao/shared/permissions.ts';
import { Database } from '../platform/database/database.ts';
import { marks, padded } from '../platform/database/prepared.ts';
import { together } from '../platform/database/together.ts';
import type { Login } from './login.entity.ts';

/** A login that was not ended, with what its member may do today. */
export interface KnownLogin extends Pick<Login, 'id' | 'townId' | 'memberId' | 'operatorId' | 'lastUsedAt' | 'expiresAt'> {
  readonly groupId: string | null;
  /** Null for an operator, and for somebody who is no longer there. */
  readonly memberState: string | null;
  readonly consentVersion: string | null;
  /** One for each role held beside being a member; `groupId` for a leader. */
  readonly grants: readonly { readonly role: Role; readonly groupId: string | null }[];
}

interface Row extends Omit<KnownLogin, 'grants'> {
  readonly tokenHash: string;
  readonly role: Role | null;
  readonly ledGroupId: string | null;
}

/** Of these logins, a row for each grant, or one without. */
export const callersSql = (tokenHashes: readonly string[]): string => `
  SELECT l.token_hash AS tokenHash, l.id AS id, l.town_id AS townId, l.member_id AS memberId, l.operator_id AS operatorId, l.last_used_at AS lastUsedAt, l.expires_at AS expiresAt,
    m.group_id AS groupId, m.state AS memberState, g.role AS role, g.group_id AS ledGroupId,
    (SELECT c.version FROM consents c WHERE c.town_id = l.town_id AND c.member_id = l.member_id AND c.withdrawn_at IS NULL ORDER BY c.given_at DESC LIMIT 1) AS consentVersion
  FROM logins l
  LEFT JOIN members m ON m.town_id = l.town_id AND m.id = l.member_id
  LEFT JOIN role_grants g ON g.town_id = l.town_id AND g.member_id = l.member_id AND g.ended_at IS NULL
  WHERE l.token_hash IN (${marks(tokenHashes)}) AND l.ended_at IS NULL
  ORDER BY g.granted_at`;

const mostAtOnce = 32;

/**
 * Asked with every request, so it is one statement over four tables, other nouns' among them, and one for all requests that
 * arrive at the same moment. Nothing of it is kept: a logout, a role that ended or a member who left must bite on the next
 * request, whichever replica answers it.
 */
@Injectable()
export class CallersRepository {
  /** Null when no login has it, or it was ended. */
  readonly byTokenHash = together(mostAtOnce, (hashes: readonly string[]) => this.byTokenHashes(hashes));

  constructor(private readonly database: Database) {}

  private async byTokenHashes(hashes: readonly string[]): Promise<(KnownLogin | null)[]> {
    const asked = padded(hashes);
    const rows = Map.groupBy(await this.database.run<Row>(callersSql(asked), asked), ({ tokenHash }) => tokenHash);
    return hashes.map((hash) => loginOf(rows.get(hash)));
  }
}

function loginOf(rows: readonly Row[] = []): KnownLogin | null {
  const [login] = rows;
  if (!login) return null;
  const grants = rows.flatMap(({ role, ledGroupId }) => (role ? [{ role, groupId: ledGroupId }] : []));
  return { ...login, lastUsedAt: Number(login.lastUsedAt), expiresAt: Number(login.expiresAt), grants };
}
