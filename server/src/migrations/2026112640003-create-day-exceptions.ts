import { createTable, id, instant, nullable, text } from './create-table.ts';

export const createDayExceptions = createTable(
  2026112640003,
  'day_exceptions',
  { town_id: id, day: id, kind: text(6), label: text(20), set_at: instant, set_by: nullable(id) },
  { primary: ['town_id', 'day'] },
);
