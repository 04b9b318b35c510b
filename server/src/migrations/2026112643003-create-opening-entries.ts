import { createTable, hundredths, id, instant, nullable, text } from './create-table.ts';

export const createOpeningEntries = createTable(
  2026112643003,
  'opening_entries',
  {
    town_id: id,
    id,
    kind: text(5),
    year: text(4),
    period: text(7),
    member_id: id,
    figure: nullable(hundredths),
    evidence: text(200),
    held: nullable(text(7)),
    client_id: id,
    entered_by: id,
    entered_at: instant,
    reversed_at: nullable(instant),
    reversed_by: nullable(id),
    reversal_reason: nullable(text(200)),
  },
  {
    unique: { uq_opening_entries_held: ['town_id', 'member_id', 'held'], uq_opening_entries_client: ['town_id', 'entered_by', 'client_id'] },
    indexes: { ix_opening_entries_member: ['town_id', 'year', 'member_id'], ix_opening_entries_entered: ['town_id', 'year', 'entered_at'] },
  },
);
