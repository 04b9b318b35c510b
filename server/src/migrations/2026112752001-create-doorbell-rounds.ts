import { createTable, flag, id, instant, json, nullable, text } from './create-table.ts';

export const createDoorbellRounds = createTable(
  2026112752001,
  'doorbell_rounds',
  {
    town_id: id,
    id,
    kind: text(20),
    subject: text(80),
    announcement: json,
    created_at: instant,
    ends_at: instant,
    filled: flag,
    state: text(10),
    state_at: nullable(instant),
    state_by: nullable(id),
    settled_at: nullable(instant),
  },
  { unique: { uq_doorbell_rounds_subject: ['town_id', 'kind', 'subject'] }, indexes: { ix_doorbell_rounds_open: ['settled_at', 'created_at'] } },
);
