import { createTable, id, instant, nullable, text } from './create-table.ts';

/** Not `groups`: that word is reserved in MySQL 8. */
export const createStudyGroups = createTable(
  2026112320103,
  'study_groups',
  { town_id: id, id, name: text(40), name_key: text(60), created_at: instant, closed_at: nullable(instant) },
  { unique: { uq_study_groups_name: ['town_id', 'name_key'] } },
);
