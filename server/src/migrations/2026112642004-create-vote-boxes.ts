import { createTable, flag, id, whole } from './create-table.ts';

export const createVoteBoxes = createTable(
  2026112642004,
  'vote_boxes',
  { town_id: id, month: id, circle_id: id, people: whole, votes: flag, voted: whole, handed: whole, counting: flag, added: flag },
  { primary: ['town_id', 'month', 'circle_id'], orderless: true },
);
