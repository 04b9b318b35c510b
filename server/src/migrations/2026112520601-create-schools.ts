import { createTable, dateText, id, instant, longText, nullable, text } from './create-table.ts';

export const createSchools = createTable(2026112520601, 'schools', { town_id: id, id, name: text(40), founded_on: nullable(dateText), intro: longText, changed_at: instant, changed_by: id });
