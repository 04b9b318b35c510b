import { createTable, dateText, id, instant, json, nullable, text, whole } from './create-table.ts';

export const createLessons = createTable(
  2026112420301,
  'lessons',
  {
    town_id: id,
    id,
    title: text(60),
    category: text(20),
    blocks: json,
    audio_file_id: nullable(id),
    audio_seconds: nullable(whole),
    source: nullable(text(120)),
    minutes: whole,
    sent_on: nullable(dateText),
    created_at: instant,
    updated_at: instant,
  },
  { indexes: { ix_lessons_sent: ['town_id', 'sent_on', 'id'] } },
);
