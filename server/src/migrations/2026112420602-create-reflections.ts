import { createTable, dateText, id, instant, json, nullable, text, whole } from './create-table.ts';

export const createReflections = createTable(
  2026112420602,
  'reflections',
  {
    town_id: id,
    id,
    author_id: id,
    group_id: nullable(id),
    kind: text(10),
    state: text(10),
    title: text(40),
    paragraphs: json,
    pictures: json,
    monday: nullable(dateText),
    client_id: id,
    first_digest: text(43),
    revision: whole,
    machine_check: text(12),
    created_at: instant,
    submitted_at: nullable(instant),
    reviewed_at: nullable(instant),
    reviewed_by: nullable(id),
    returned_reason: nullable(text(200)),
    published_at: nullable(instant),
    moved_at: instant,
  },
  {
    unique: { uq_reflections_client: ['town_id', 'author_id', 'client_id'] },
    indexes: {
      ix_reflections_state: ['town_id', 'state', 'moved_at'],
      ix_reflections_author: ['town_id', 'author_id', 'submitted_at'],
      ix_reflections_group: ['town_id', 'group_id', 'moved_at'],
    },
  },
);
