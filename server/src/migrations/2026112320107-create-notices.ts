import { createTable, id, instant, nullable, text } from './create-table.ts';

export const createNotices = createTable(
  2026112320107,
  'notices',
  { town_id: id, id, member_id: id, kind: text(40), title: text(60), text: text(300), link: nullable(text(200)), dedupe_key: text(80), at: instant, read_at: nullable(instant) },
  { unique: { uq_notices_once: ['town_id', 'member_id', 'dedupe_key'] }, indexes: { ix_notices_member: ['town_id', 'member_id', 'at'] } },
);
