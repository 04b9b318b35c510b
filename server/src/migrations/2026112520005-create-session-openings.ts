import { createTable, id, instant, nullable, text, whole } from './create-table.ts';

export const createSessionOpenings = createTable(
  2026112520005,
  'session_openings',
  {
    town_id: id,
    id,
    group_id: nullable(id),
    count: whole,
    evidence: text(200),
    at: instant,
    entered_by: id,
  },
  {
    indexes: { ix_session_openings_at: ['town_id', 'at'] },
  },
);
