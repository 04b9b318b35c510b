import type { Place } from '../platform/crypto/vault.ts';

/** Where a member's sealed values belong; they open nowhere else. */
export const phonePlace = (townId: string): Place => ({ townId, column: 'members.phone_cipher' });
export const remarkPlace = (townId: string): Place => ({ townId, column: 'members.remark_cipher' });
