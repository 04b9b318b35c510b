import { createTable, flag, hundredths, id, json, nullable, text } from './create-table.ts';

export const createMonthlyScores = createTable(
  2026112641002,
  'monthly_scores',
  {
    town_id: id,
    month: id,
    member_id: id,
    group_id: nullable(id),
    exempt: text(5),
    rated: flag,
    s: nullable(hundredths),
    p: nullable(hundredths),
    m: nullable(hundredths),
    grade: nullable(text(10)),
    facts: json,
    score_lines: json,
    rubric_version: text(20),
  },
  {
    primary: ['town_id', 'month', 'member_id'],
    indexes: { ix_monthly_scores_group: ['town_id', 'month', 'group_id', 'member_id'], ix_monthly_scores_member: ['town_id', 'member_id', 'month'] },
  },
);
