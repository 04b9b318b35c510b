import { createTable, dateText, flag, id, instant, nullable, text } from './create-table.ts';

export const createMakeUps = createTable(
  2026112520402,
  'make_ups',
  {
    town_id: id,
    id,
    session_id: id,
    member_id: id,
    group_id: nullable(id),
    held_session: nullable(id),
    state: text(10),
    way: text(10),
    text: text(200),
    made_up_on: dateText,
    client_id: id,
    entered_by: id,
    late: flag,
    captured_at: instant,
    received_at: instant,
    decided_at: nullable(instant),
    decided_by: nullable(id),
    decision_reason: nullable(text(200)),
  },
  {
    unique: { uq_make_ups_session: ['town_id', 'member_id', 'held_session'], uq_make_ups_client: ['town_id', 'entered_by', 'client_id'] },
    indexes: {
      ix_make_ups_member: ['town_id', 'member_id', 'received_at'],
      ix_make_ups_group: ['town_id', 'group_id', 'received_at'],
      ix_make_ups_session: ['town_id', 'session_id'],
      ix_make_ups_received: ['town_id', 'received_at'],
    },
  },
);
