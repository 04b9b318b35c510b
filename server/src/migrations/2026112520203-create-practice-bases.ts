import { createTable, id, instant, json, nullable, text } from './create-table.ts';

export const createPracticeBases = createTable(
  2026112520203,
  'practice_bases',
  {
    town_id: id,
    id,
    name: text(40),
    name_key: text(80),
    practices: json,
    address: text(120),
    group_id: nullable(id),
    keeper_id: nullable(id),
    note: text(200),
    created_at: instant,
    closed_at: nullable(instant),
  },
  { unique: { uq_practice_bases_name: ['town_id', 'name_key'] } },
);
