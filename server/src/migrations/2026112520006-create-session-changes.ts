import { createTable, id, instant, json, text } from './create-table.ts';

export const createSessionChanges = createTable(
  2026112520006,
  'session_changes',
  {
    town_id: id,
    id,
    session_id: id,
    kind: text(12),
    at: instant,
    changed_by: id,
    why: text(200),
    lines: json,
  },
  {
    indexes: { ix_session_changes_session: ['town_id', 'session_id', 'at'] },
  },
);
