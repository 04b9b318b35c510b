import { createTable, id, instant, whole } from './create-table.ts';

export const createCheckInReminders = createTable(
  2026112752005,
  'check_in_reminders',
  { town_id: id, id, member_id: id, weekday: whole, hour: whole, changed_at: instant },
  { unique: { uq_check_in_reminders_member: ['town_id', 'member_id'] }, indexes: { ix_check_in_reminders_slot: ['town_id', 'weekday', 'hour'] } },
);
