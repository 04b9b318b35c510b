import { createTable, flag, id } from './create-table.ts';

export const createLessonUses = createTable(
  2026112420302,
  'lesson_uses',
  { town_id: id, theme_id: id, lesson_id: id, locked: flag },
  { primary: ['town_id', 'theme_id', 'lesson_id'], indexes: { ix_lesson_uses_lesson: ['town_id', 'lesson_id'] } },
);
