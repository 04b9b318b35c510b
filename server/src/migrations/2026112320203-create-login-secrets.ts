import { cipher, createTable, id, instant, nullable, text } from './create-table.ts';

/** Short-lived secrets on the way to a login: tickets after WeChat's code, desktop codes, one-time links. */
export const createLoginSecrets = createTable(
  2026112320203,
  'login_secrets',
  {
    id,
    kind: text(20),
    secret_hash: text(43),
    code_hash: nullable(text(43)),
    openid_cipher: nullable(cipher),
    town_id: nullable(id),
    member_id: nullable(id),
    operator_id: nullable(id),
    created_at: instant,
    expires_at: instant,
    confirmed_at: nullable(instant),
    used_at: nullable(instant),
  },
  { primary: ['id'], unique: { uq_login_secrets_secret: ['secret_hash'] }, indexes: { ix_login_secrets_code: ['code_hash'], ix_login_secrets_expiry: ['expires_at'] } },
);
