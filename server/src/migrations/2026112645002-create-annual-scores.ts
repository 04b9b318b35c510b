import { createTable, flag, hundredths, id, json, nullable, text } from './create-table.ts';

export const createAnnualScores = createTable(
  2026112645002,
  'annual_scores',
  {
    town_id: id,
    year: id,
    member_id: id,
    group_id: nullable(id),
    t: nullable(hundredths),
    performance: nullable(hundredths),
    score_grade: nullable(text(10)),
    grade: nullable(text(10)),
    needs_decision: flag,
    reason: nullable(text(12)),
    facts: json,
  },
  { primary: ['town_id', 'year', 'member_id'], indexes: { ix_annual_scores_group: ['town_id', 'year', 'group_id', 'member_id'] } },
);
