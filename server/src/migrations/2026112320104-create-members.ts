import { cipher, createTable, dateText, flag, id, instant, json, nullable, text } from './create-table.ts';

export const createMembers = createTable(
  2026112320104,
  'members',
  {
    town_id: id,
    id,
    name: text(30),
    gender: nullable(text(10)),
    group_id: nullable(id),
    phone_cipher: nullable(cipher),
    phone_index: nullable(text(43)),
    phone_shared: flag,
    tags: json,
    duty: nullable(text(60)),
    joined_on: nullable(text(10)),
    paper: flag,
    remark_cipher: nullable(cipher),
    state: text(20),
    state_on: nullable(dateText),
    state_reason: nullable(text(200)),
    created_at: instant,
    updated_at: instant,
  },
  {
    indexes: {
      ix_members_group: ['town_id', 'group_id', 'name'],
      ix_members_name: ['town_id', 'name'],
      ix_members_state: ['town_id', 'state', 'id'],
      ix_members_phone: ['phone_index'],
    },
  },
);
