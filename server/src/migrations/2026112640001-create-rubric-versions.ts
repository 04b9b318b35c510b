import { createTable, dateText, id, instant, json, nullable, text } from './create-table.ts';

export const createRubricVersions = createTable(
  2026112640001,
  'rubric_versions',
  {
    town_id: id,
    id,
    client_id: id,
    version: text(20),
    effective_from: dateText,
    held_from: nullable(dateText),
    reason: text(200),
    rubric: json,
    created_at: instant,
    created_by: id,
    withdrawn_at: nullable(instant),
    withdrawn_by: nullable(id),
    withdrawn_reason: nullable(text(200)),
  },
  {
    unique: {
      uq_rubric_versions_client: ['town_id', 'created_by', 'client_id'],
      uq_rubric_versions_version: ['town_id', 'version'],
      uq_rubric_versions_month: ['town_id', 'held_from'],
    },
  },
);
