import { createTable, flag, id, instant, nullable, text, whole } from './create-table.ts';

export const createDoorbells = createTable(
  2026112420505,
  'doorbells',
  {
    town_id: id,
    id,
    push_id: id,
    member_id: id,
    state: text(10),
    reason: nullable(text(20)),
    attempts: whole,
    credited: flag,
    next_at: instant,
    lease_token: nullable(id),
    msgid: nullable(text(24)),
    settled_at: nullable(instant),
  },
  { indexes: { ix_doorbells_queue: ['town_id', 'push_id', 'state', 'next_at'], ix_doorbells_lease: ['lease_token'] } },
);
