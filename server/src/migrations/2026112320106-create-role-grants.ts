import { createTable, id, instant, nullable, text } from './create-table.ts';

export const createRoleGrants = createTable(
  2026112320106,
  'role_grants',
  { town_id: id, id, member_id: id, role: text(20), group_id: nullable(id), granted_at: instant, granted_by: text(80), ended_at: nullable(instant), ended_by: nullable(text(80)) },
  { indexes: { ix_role_grants_member: ['town_id', 'member_id'], ix_role_grants_role: ['town_id', 'role'] } },
);
