import { createTable, dateText, id, instant, nullable, text } from './create-table.ts';

export const createTowns = createTable(
  2026112320102,
  'towns',
  { id, code: text(32), name: text(40), school_name: text(40), founded_on: dateText, contact_phone: nullable(text(20)), created_at: instant },
  { primary: ['id'], unique: { uq_towns_code: ['code'] } },
);
