import { createTable, dateText, id, instant, nullable, text } from './create-table.ts';

export const createAssessmentMonths = createTable(
  2026112641001,
  'assessment_months',
  {
    town_id: id,
    month: id,
    complete_until: dateText,
    vote_from: dateText,
    vote_until: dateText,
    confirm_from: dateText,
    confirm_until: dateText,
    rubric_version: nullable(text(20)),
    cut_off_at: nullable(instant),
    scored_through: nullable(id),
    scored_at: nullable(instant),
    published_on: nullable(dateText),
    published_until: nullable(dateText),
  },
  { primary: ['town_id', 'month'] },
);
