import { createTable, dateText, id, instant, json, text, whole } from './create-table.ts';

export const createCapDecisions = createTable(
  2026112645003,
  'cap_decisions',
  {
    town_id: id,
    id,
    year: text(4),
    run: whole,
    group_key: id,
    tied: json,
    chosen: json,
    met_on: dateText,
    minutes: text(60),
    reason: text(300),
    client_id: id,
    decided_at: instant,
    decided_by: id,
  },
  {
    unique: { uq_cap_decisions_group: ['town_id', 'year', 'run', 'group_key'], uq_cap_decisions_client: ['town_id', 'decided_by', 'client_id'] },
  },
);
