import { cipher, createTable, id, instant, nullable, text, whole } from './create-table.ts';

/** What WeChat's message push told, for the mini-program and the official accounts of all towns. */
export const createWechatEvents = createTable(
  2026112750002,
  'wechat_events',
  {
    id,
    signed_by: text(43),
    app_id: id,
    event: text(64),
    body_cipher: nullable(cipher),
    state: text(10),
    attempts: whole,
    due_at: instant,
    received_at: instant,
    taken_by: nullable(id),
  },
  {
    primary: ['id'],
    unique: { uq_wechat_events_signed: ['signed_by'] },
    indexes: { ix_wechat_events_due: ['state', 'due_at'], ix_wechat_events_received: ['received_at'] },
  },
);
