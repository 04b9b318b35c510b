import { createTable, id, text, whole } from './create-table.ts';

export const createVoteCounts = createTable(
  2026112642003,
  'vote_counts',
  { town_id: id, month: id, ratee_id: id, circle_id: id, excellent: whole, good: whole, fair: whole, poor: whole, start_cipher: text(250) },
  { primary: ['town_id', 'month', 'ratee_id'], orderless: true, indexes: { ix_vote_counts_circle: ['town_id', 'month', 'circle_id'] } },
);
