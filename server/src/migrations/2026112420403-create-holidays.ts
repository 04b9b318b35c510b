import { createTable, id, instant, text } from './create-table.ts';

export const createHolidays = createTable(
  2026112420403,
  'holidays',
  { town_id: id, monday: id, label: text(20), set_at: instant, set_by: id },
  { primary: ['town_id', 'monday'] },
);
