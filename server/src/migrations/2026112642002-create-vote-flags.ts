import { createTable, flag, id } from './create-table.ts';

export const createVoteFlags = createTable(
  2026112642002,
  'vote_flags',
  { town_id: id, month: id, voter_id: id, circle_id: id, cast: flag, paper: flag },
  { primary: ['town_id', 'month', 'voter_id'], orderless: true, indexes: { ix_vote_flags_circle: ['town_id', 'month', 'circle_id'] } },
);
