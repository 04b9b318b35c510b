import { createTable, dateText, id, instant, nullable, text } from './create-table.ts';

export const createSessionActions = createTable(
  2026112520007,
  'session_actions',
  {
    town_id: id,
    id,
    session_id: id,
    group_id: nullable(id),
    text: text(200),
    member_id: id,
    due: dateText,
    created_at: instant,
    done_at: nullable(instant),
    done_by: nullable(id),
    done_note: nullable(text(200)),
  },
  {
    indexes: {
      ix_session_actions_session: ['town_id', 'session_id'],
      ix_session_actions_group: ['town_id', 'group_id', 'done_at', 'due'],
      ix_session_actions_member: ['town_id', 'member_id', 'done_at', 'due'],
      ix_session_actions_due: ['town_id', 'done_at', 'due'],
    },
  },
);
