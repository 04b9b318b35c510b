import { createTable, id } from './create-table.ts';

export const createMemberOwnTags = createTable(
  2026112520221,
  'member_own_tags',
  { town_id: id, member_id: id, word: id },
  { primary: ['town_id', 'member_id', 'word'], indexes: { ix_member_own_tags_word: ['town_id', 'word', 'member_id'] } },
);
