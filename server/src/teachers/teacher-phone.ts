import type { Place } from '../platform/crypto/vault.ts';

/** Where a teacher's sealed phone belongs; it opens nowhere else. */
export const teacherPhonePlace = (townId: string): Place => ({ townId, column: 'teachers.phone_cipher' });
