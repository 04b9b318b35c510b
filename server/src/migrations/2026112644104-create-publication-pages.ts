import { createTable, id, json, nullable, text, whole } from './create-table.ts';

export const createPublicationPages = createTable(
  2026112644104,
  'publication_pages',
  { town_id: id, id, publication_id: id, place: whole, group_id: nullable(id), group_name: text(60), people: whole, lines: json },
  { unique: { uq_publication_pages_place: ['town_id', 'publication_id', 'place'] } },
);
