import { cipher, createTable, id, instant, nullable, whole } from './create-table.ts';

/** Access tokens of WeChat, one row for each app, shared by the replicas. */
export const createWechatTokens = createTable(
  2026112750001,
  'wechat_tokens',
  { id, token_cipher: nullable(cipher), version: whole, ends_at: instant, asked_by: nullable(id) },
  { primary: ['id'] },
);
