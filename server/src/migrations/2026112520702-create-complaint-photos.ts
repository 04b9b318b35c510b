import { createTable, dateText, id, nullable, text } from './create-table.ts';

export const createComplaintPhotos = createTable(
  2026112520702,
  'complaint_photos',
  { town_id: id, id, content_type: text(100), kept_on: dateText, complaint_id: nullable(id) },
  { orderless: true, indexes: { ix_complaint_photos_kept: ['town_id', 'complaint_id', 'kept_on'] } },
);
