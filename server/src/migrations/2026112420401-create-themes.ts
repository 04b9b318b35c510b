import { createTable, dateText, id, instant, json, nullable, text, whole } from './create-table.ts';

export const createThemes = createTable(
  2026112420401,
  'themes',
  {
    town_id: id,
    id,
    monday: dateText,
    title: text(32),
    lead: text(60),
    article_url: nullable(text(500)),
    lesson_ids: json,
    state: text(12),
    revision: whole,
    author_ids: json,
    submitted_at: nullable(instant),
    submitted_by: nullable(id),
    approved_at: nullable(instant),
    approved_by: nullable(id),
    returned_at: nullable(instant),
    returned_by: nullable(id),
    returned_reason: nullable(text(200)),
    sent_at: nullable(instant),
    changed_at: instant,
    created_at: instant,
  },
  { unique: { uq_themes_monday: ['town_id', 'monday'] }, indexes: { ix_themes_state: ['town_id', 'state', 'monday'] } },
);
