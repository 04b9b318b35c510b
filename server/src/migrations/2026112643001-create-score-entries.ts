import { createTable, dateText, hundredths, id, instant, nullable, text } from './create-table.ts';

export const createScoreEntries = createTable(
  2026112643001,
  'score_entries',
  {
    town_id: id,
    id,
    kind: text(10),
    period: text(7),
    member_id: id,
    group_id: id,
    points: nullable(hundredths),
    happened_on: dateText,
    reason: text(200),
    evidence: text(200),
    file_id: nullable(id),
    talked_by: nullable(text(40)),
    held: nullable(text(20)),
    client_id: id,
    entered_by: id,
    entered_at: instant,
    reversed_at: nullable(instant),
    reversed_by: nullable(id),
    reversal_reason: nullable(text(200)),
  },
  {
    unique: { uq_score_entries_held: ['town_id', 'member_id', 'held'], uq_score_entries_client: ['town_id', 'entered_by', 'client_id'] },
    indexes: { ix_score_entries_member: ['town_id', 'period', 'member_id'], ix_score_entries_entered: ['town_id', 'period', 'entered_at'] },
  },
);
