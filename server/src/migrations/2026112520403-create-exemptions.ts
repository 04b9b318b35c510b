import { cipher, createTable, dateText, id, instant, nullable, text, whole } from './create-table.ts';

export const createExemptions = createTable(
  2026112520403,
  'exemptions',
  {
    town_id: id,
    id,
    member_id: id,
    group_id: nullable(id),
    from_date: dateText,
    to_date: dateText,
    planned_to: dateText,
    cause_cipher: cipher,
    client_id: id,
    created_at: instant,
    created_by: id,
    ended_at: nullable(instant),
    ended_by: nullable(id),
    end_why: nullable(text(200)),
    settled: whole,
  },
  {
    unique: { uq_exemptions_client: ['town_id', 'created_by', 'client_id'] },
    indexes: { ix_exemptions_member: ['town_id', 'member_id', 'from_date'], ix_exemptions_from: ['town_id', 'from_date'] },
  },
);
