import { createTable, flag, id, instant, text } from './create-table.ts';

export const createSessionFeedback = createTable(
  2026112520214,
  'session_feedback',
  { town_id: id, session_id: id, member_id: id, useful: text(10), more: flag, at: instant },
  { primary: ['town_id', 'session_id', 'member_id'], indexes: { ix_session_feedback_member: ['town_id', 'member_id'] } },
);
