import { createTable, dateText, id, instant, nullable, text } from './create-table.ts';

export const createThemePushes = createTable(
  2026112420503,
  'theme_pushes',
  {
    town_id: id,
    id,
    theme_id: id,
    monday: dateText,
    title: text(32),
    sent_at: instant,
    expanded_to: nullable(id),
    expanded_at: nullable(instant),
    settled_at: nullable(instant),
  },
  { unique: { uq_theme_pushes_monday: ['town_id', 'monday'] }, indexes: { ix_theme_pushes_open: ['settled_at'] } },
);
