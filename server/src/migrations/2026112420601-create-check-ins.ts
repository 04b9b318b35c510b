import { cipher, createTable, dateText, id, instant, nullable, text, whole } from './create-table.ts';

export const createCheckIns = createTable(
  2026112420601,
  'check_ins',
  {
    town_id: id,
    id,
    member_id: id,
    monday: dateText,
    held_monday: nullable(dateText),
    state: text(10),
    kind: text(10),
    takeaway_cipher: nullable(cipher),
    voice_file_id: nullable(id),
    voice_seconds: nullable(whole),
    client_id: id,
    entered_by: id,
    captured_at: instant,
    received_at: instant,
    decided_at: nullable(instant),
    decided_by: nullable(id),
    decision_reason: nullable(text(200)),
  },
  {
    unique: { uq_check_ins_monday: ['town_id', 'member_id', 'held_monday'], uq_check_ins_client: ['town_id', 'entered_by', 'client_id'] },
    indexes: { ix_check_ins_member: ['town_id', 'member_id', 'monday'], ix_check_ins_monday: ['town_id', 'monday', 'state'] },
  },
);
