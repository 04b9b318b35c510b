import { cipher, createTable, flag, id, instant, nullable, text } from './create-table.ts';

export const createLeaves = createTable(
  2026112520401,
  'leaves',
  {
    town_id: id,
    id,
    session_id: id,
    member_id: id,
    group_id: nullable(id),
    held_session: nullable(id),
    state: text(10),
    exempts: flag,
    cause_cipher: cipher,
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
    unique: { uq_leaves_session: ['town_id', 'member_id', 'held_session'], uq_leaves_client: ['town_id', 'entered_by', 'client_id'] },
    indexes: {
      ix_leaves_member: ['town_id', 'member_id', 'received_at'],
      ix_leaves_group: ['town_id', 'group_id', 'received_at'],
      ix_leaves_session: ['town_id', 'session_id'],
      ix_leaves_received: ['town_id', 'received_at'],
    },
  },
);
