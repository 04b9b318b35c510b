import { createTable, id, instant, json, nullable, text } from './create-table.ts';

export const createLessonCorrections = createTable(
  2026112420303,
  'lesson_corrections',
  { town_id: id, id, lesson_id: id, at: instant, by_id: nullable(id), note: text(200), before: json },
  { indexes: { ix_lesson_corrections_lesson: ['town_id', 'lesson_id', 'at'] } },
);
