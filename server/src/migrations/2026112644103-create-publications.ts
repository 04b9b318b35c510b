import { createTable, dateText, id, instant, json, nullable, text, whole } from './create-table.ts';

export const createPublications = createTable(
  2026112644103,
  'publications',
  {
    town_id: id,
    id,
    kind: text(5),
    period: text(7),
    code: text(12),
    heading: json,
    digest: text(64),
    people: whole,
    published_on: dateText,
    published_until: dateText,
    published_at: instant,
    published_by: nullable(id),
  },
  { unique: { uq_publications_period: ['town_id', 'kind', 'period'], uq_publications_code: ['code'] } },
);
