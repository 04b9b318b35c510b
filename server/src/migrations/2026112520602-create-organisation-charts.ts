import { createTable, id, instant, json, whole } from './create-table.ts';

export const createOrganisationCharts = createTable(
  2026112520602,
  'organisation_charts',
  { town_id: id, revision: whole, posts: json, changed_at: instant, changed_by: id },
  { primary: ['town_id'] },
);
