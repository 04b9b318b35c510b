import { createTable, id, instant, nullable, text } from './create-table.ts';

export const createSignIns = createTable(
  2026112520104,
  'sign_ins',
  {
    town_id: id,
    id,
    session_id: id,
    group_id: nullable(id),
    member_id: id,
    way: text(12),
    proposed: text(12),
    state: text(10),
    captured_at: instant,
    received_at: instant,
    made_by: id,
    decided_at: nullable(instant),
    decided_by: nullable(id),
    reason: nullable(text(200)),
  },
  {
    unique: { uq_sign_ins_once: ['town_id', 'session_id', 'member_id'] },
    indexes: { ix_sign_ins_waiting: ['town_id', 'state', 'received_at'] },
  },
);
