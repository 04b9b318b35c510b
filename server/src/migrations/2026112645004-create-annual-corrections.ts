import { createTable, dateText, id, instant, json, text, whole } from './create-table.ts';

export const createAnnualCorrections = createTable(
  2026112645004,
  'annual_corrections',
  {
    town_id: id,
    id,
    year: text(4),
    member_id: id,
    place: whole,
    corrected_on: dateText,
    reason: text(200),
    before: json,
    after: json,
    facts: json,
    client_id: id,
    corrected_at: instant,
    corrected_by: id,
  },
  {
    unique: { uq_annual_corrections_place: ['town_id', 'year', 'member_id', 'place'], uq_annual_corrections_client: ['town_id', 'corrected_by', 'client_id'] },
    indexes: { ix_annual_corrections_year: ['town_id', 'year', 'corrected_at'] },
  },
);
