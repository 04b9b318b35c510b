import { createTable, id, instant, nullable } from './create-table.ts';

export const createLessonAuthors = createTable(
  2026112520301,
  'lesson_authors',
  { town_id: id, lesson_id: id, member_id: id, changed_at: instant, approved_at: nullable(instant) },
  { primary: ['town_id', 'lesson_id', 'member_id'] },
);
