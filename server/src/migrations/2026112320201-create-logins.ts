import { createTable, id, instant, nullable, text } from './create-table.ts';

export const createLogins = createTable(
  2026112320201,
  'logins',
  {
    id,
    token_hash: text(43),
    town_id: nullable(id),
    member_id: nullable(id),
    operator_id: nullable(id),
    way: text(20),
    created_at: instant,
    last_used_at: instant,
    expires_at: instant,
    ended_at: nullable(instant),
  },
  { primary: ['id'], unique: { uq_logins_token: ['token_hash'] }, indexes: { ix_logins_member: ['town_id', 'member_id', 'ended_at'] } },
);
