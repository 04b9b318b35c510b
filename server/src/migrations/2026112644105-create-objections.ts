import { createTable, dateText, id, instant, longText, nullable, text } from './create-table.ts';

export const createObjections = createTable(
  2026112644105,
  'objections',
  {
    town_id: id,
    id,
    client_id: id,
    kind: text(5),
    period: text(7),
    member_id: id,
    group_id: nullable(id),
    about: text(12),
    text: longText,
    way: text(6),
    logged_by: nullable(id),
    received_on: dateText,
    received_at: instant,
    state: text(10),
    contest_until: nullable(dateText),
    contest_text: nullable(longText),
  },
  {
    unique: { uq_objections_client: ['town_id', 'client_id'] },
    indexes: { ix_objections_member: ['town_id', 'member_id', 'received_at'], ix_objections_state: ['town_id', 'state', 'received_at'] },
  },
);
