import { createTable, dateText, id, text } from './create-table.ts';

export const createTaughtSessions = createTable(
  2026112520212,
  'taught_sessions',
  { town_id: id, session_id: id, teacher_id: id, date: dateText, title: text(60) },
  { primary: ['town_id', 'session_id'], indexes: { ix_taught_sessions_teacher: ['town_id', 'teacher_id', 'date'] } },
);
