import { createTable, id, instant, nullable, text } from './create-table.ts';

export const createInvitations = createTable(
  2026112320204,
  'invitations',
  { town_id: id, id, member_id: id, code_hash: text(43), created_by: text(80), created_at: instant, expires_at: instant, used_at: nullable(instant) },
  { indexes: { ix_invitations_code: ['code_hash'], ix_invitations_member: ['town_id', 'member_id'] } },
);
