import { createTable, dateText, hundredths, id, instant, nullable, text, whole } from './create-table.ts';

export const createAssessmentYears = createTable(
  2026112645001,
  'assessment_years',
  {
    town_id: id,
    year: id,
    run: whole,
    rubric_version: text(20),
    weight: hundredths,
    started_at: instant,
    started_by: id,
    scored_through: nullable(id),
    scored_at: nullable(instant),
    published_on: nullable(dateText),
    published_until: nullable(dateText),
    published_by: nullable(id),
  },
  { primary: ['town_id', 'year'] },
);
