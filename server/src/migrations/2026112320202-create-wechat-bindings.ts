import { cipher, createTable, id, instant, nullable, text } from './create-table.ts';

export const createWechatBindings = createTable(
  2026112320202,
  'wechat_bindings',
  { town_id: id, id, member_id: id, openid_index: text(43), openid_cipher: cipher, bound_at: instant, ended_at: nullable(instant) },
  {
    unique: { uq_wechat_bindings_member: ['town_id', 'member_id', 'openid_index'] },
    indexes: { ix_wechat_bindings_openid: ['openid_index'] },
  },
);
