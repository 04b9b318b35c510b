import { createTable, id, instant, json, nullable, text } from './create-table.ts';

export const createFormSettings = createTable(
  2026112644001,
  'form_settings',
  { town_id: id, form: text(30), title: nullable(text(40)), columns: json, changed_by: id, changed_at: instant },
  { primary: ['town_id', 'form'] },
);
