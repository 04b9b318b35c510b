import { createTable, id, instant, json, nullable, text } from './create-table.ts';

export const createCourseSets = createTable(
  2026112520222,
  'course_sets',
  { town_id: id, id, title: text(40), tag: text(20), why: text(120), steps: json, created_at: instant, closed_at: nullable(instant) },
  { indexes: { ix_course_sets_tag: ['town_id', 'tag'], ix_course_sets_title: ['town_id', 'closed_at', 'title'] } },
);
