import { createTable, flag, id, nullable } from './create-table.ts';

export const createVoteOpenings = createTable(2026112642001, 'vote_openings', { town_id: id, month: id, through: nullable(id), done: flag }, { primary: ['town_id', 'month'] });
