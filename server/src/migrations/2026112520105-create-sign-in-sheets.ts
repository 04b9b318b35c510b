import { createTable, id, instant, nullable } from './create-table.ts';

export const createSignInSheets = createTable(
  2026112520105,
  'sign_in_sheets',
  {
    town_id: id,
    id,
    session_id: id,
    photo_file_id: nullable(id),
    entered_by: id,
    entered_at: instant,
  },
  {
    indexes: { ix_sign_in_sheets_session: ['town_id', 'session_id'] },
  },
);
