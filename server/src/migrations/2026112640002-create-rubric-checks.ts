import { createTable, id, instant, text } from './create-table.ts';

export const createRubricChecks = createTable(
  2026112640002,
  'rubric_checks',
  { town_id: id, dimension: id, label: text(20), checked_at: instant, checked_by: id },
  { primary: ['town_id', 'dimension'] },
);
