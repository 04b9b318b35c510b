import { createTable, id, instant, nullable, text, whole } from './create-table.ts';

export const createStoredFiles = createTable(
  2026112420201,
  'stored_files',
  {
    town_id: id,
    id,
    purpose: text(20),
    owner_id: nullable(id),
    content_type: text(100),
    bytes: whole,
    sha256: text(64),
    width: nullable(whole),
    height: nullable(whole),
    created_at: instant,
    published_at: nullable(instant),
  },
  { indexes: { ix_stored_files_owner: ['town_id', 'owner_id', 'created_at'] } },
);
