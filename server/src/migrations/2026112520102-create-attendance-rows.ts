import { createTable, dateText, flag, hundredths, id, nullable, text } from './create-table.ts';

export const createAttendanceRows = createTable(
  2026112520102,
  'attendance_rows',
  {
    town_id: id,
    session_id: id,
    member_id: id,
    group_id: nullable(id),
    date: dateText,
    kind: text(12),
    status: nullable(text(12)),
    way: nullable(text(12)),
    marked_by: nullable(id),
    differs: flag,
    guest: flag,
    spoke: flag,
    hours: hundredths,
  },
  {
    primary: ['town_id', 'session_id', 'member_id'],
    indexes: {
      ix_attendance_rows_member: ['town_id', 'member_id', 'date'],
      ix_attendance_rows_date: ['town_id', 'date', 'group_id', 'kind', 'status', 'guest', 'hours'],
      ix_attendance_rows_group: ['town_id', 'group_id', 'date'],
    },
  },
);
