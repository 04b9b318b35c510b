import { createTable, id, instant, text, whole } from './create-table.ts';

export const createThemeCorrections = createTable(
  2026112420402,
  'theme_corrections',
  { town_id: id, id, theme_id: id, revision: whole, note: text(200), at: instant, made_by: id },
  { unique: { uq_theme_corrections_revision: ['town_id', 'theme_id', 'revision'] } },
);
