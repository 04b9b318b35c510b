import { createTable, id, instant, nullable, text, whole } from './create-table.ts';

export const createPaperBundles = createTable(
  2026112644002,
  'paper_bundles',
  {
    town_id: id,
    id,
    client_id: id,
    period: text(7),
    format: text(4),
    state: text(10),
    total: whole,
    done: whole,
    attempts: whole,
    file_id: nullable(id),
    kilobytes: nullable(whole),
    asked_by: id,
    asked_at: instant,
    finished_at: nullable(instant),
  },
  {
    unique: { uq_paper_bundles_client: ['town_id', 'asked_by', 'client_id'] },
    indexes: { ix_paper_bundles_asked: ['town_id', 'asked_at'], ix_paper_bundles_state: ['town_id', 'state', 'asked_at'] },
  },
);
