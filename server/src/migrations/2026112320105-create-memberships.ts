import { createTable, dateText, id, nullable } from './create-table.ts';

export const createMemberships = createTable(
  2026112320105,
  'memberships',
  { town_id: id, id, member_id: id, group_id: id, from_date: dateText, to_date: nullable(dateText) },
  { indexes: { ix_memberships_member: ['town_id', 'member_id', 'from_date'], ix_memberships_group: ['town_id', 'group_id', 'from_date'] } },
);
