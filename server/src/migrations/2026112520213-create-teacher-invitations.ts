import { createTable, dateText, id, instant, nullable, text } from './create-table.ts';

export const createTeacherInvitations = createTable(
  2026112520213,
  'teacher_invitations',
  {
    town_id: id,
    id,
    client_id: id,
    teacher_id: id,
    member_id: nullable(id),
    group_id: nullable(id),
    session_id: nullable(id),
    date: dateText,
    topic: text(60),
    state: text(10),
    invited_by: id,
    created_at: instant,
    answered_at: nullable(instant),
    answered_by: nullable(id),
    answer_note: nullable(text(200)),
    withdrawn_at: nullable(instant),
  },
  {
    unique: { uq_teacher_invitations_client: ['town_id', 'invited_by', 'client_id'] },
    indexes: {
      ix_teacher_invitations_at: ['town_id', 'created_at'],
      ix_teacher_invitations_group: ['town_id', 'group_id', 'created_at'],
      ix_teacher_invitations_member: ['town_id', 'member_id', 'created_at'],
      ix_teacher_invitations_teacher: ['town_id', 'teacher_id', 'created_at'],
      ix_teacher_invitations_session: ['town_id', 'session_id'],
    },
  },
);
