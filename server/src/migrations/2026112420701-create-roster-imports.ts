import { cipher, createTable, id, instant, nullable, text, whole } from './create-table.ts';

export const createRosterImports = createTable(
  2026112420701,
  'roster_imports',
  {
    town_id: id,
    id,
    file_name: text(120),
    state: text(10),
    revision: whole,
    digest: text(43),
    sheet_cipher: cipher,
    corrections_cipher: cipher,
    result_cipher: nullable(cipher),
    undo_cipher: nullable(cipher),
    created_at: instant,
    created_by: id,
    written_at: nullable(instant),
    withdrawn_at: nullable(instant),
  },
  { indexes: { ix_roster_imports_created: ['town_id', 'created_at'] } },
);
