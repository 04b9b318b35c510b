import { createTable, id, whole } from './create-table.ts';

export const createSessionCounters = createTable(
  2026112520004,
  'session_counters',
  {
    town_id: id,
    owner: id,
    opening: whole,
    closed_here: whole,
  },
  {
    primary: ['town_id', 'owner'],
  },
);
