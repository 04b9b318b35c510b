import { createTable, id, instant, json, nullable, text, whole } from './create-table.ts';

export const createAttendanceMarks = createTable(
  2026112520101,
  'attendance_marks',
  {
    town_id: id,
    id,
    session_id: id,
    member_id: id,
    status: nullable(text(12)),
    way: text(12),
    place: whole,
    over: json,
    captured_at: instant,
    received_at: instant,
    made_by: nullable(id),
  },
  {
    indexes: { ix_attendance_marks_member: ['town_id', 'session_id', 'member_id'] },
  },
);
