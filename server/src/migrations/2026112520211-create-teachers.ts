import { cipher, createTable, id, instant, json, nullable, text, whole } from './create-table.ts';

export const createTeachers = createTable(
  2026112520211,
  'teachers',
  {
    town_id: id,
    id,
    name: text(30),
    kind: text(20),
    organisation: text(60),
    topics: json,
    tags: json,
    member_id: nullable(id),
    phone_cipher: nullable(cipher),
    taught: whole,
    created_at: instant,
    closed_at: nullable(instant),
  },
  { indexes: { ix_teachers_name: ['town_id', 'closed_at', 'name'], ix_teachers_member: ['town_id', 'member_id'] } },
);
