import { createTable, id, instant, nullable, text } from './create-table.ts';

export const createConsents = createTable(
  2026112320205,
  'consents',
  { town_id: id, id, member_id: id, version: text(20), given_at: instant, withdrawn_at: nullable(instant) },
  { indexes: { ix_consents_member: ['town_id', 'member_id', 'given_at'] } },
);
