import { createTable, id, instant, nullable, text, whole } from './create-table.ts';

export const createCourseRequests = createTable(
  2026112520223,
  'course_requests',
  {
    town_id: id,
    id,
    client_id: id,
    member_id: id,
    group_id: nullable(id),
    title: text(40),
    detail: text(200),
    category: nullable(text(20)),
    state: text(10),
    revision: whole,
    session_id: nullable(id),
    created_at: instant,
    planned_at: nullable(instant),
    planned_by: nullable(id),
    closed_at: nullable(instant),
    closed_by: nullable(id),
    close_note: nullable(text(200)),
  },
  {
    unique: { uq_course_requests_client: ['town_id', 'member_id', 'client_id'] },
    indexes: {
      ix_course_requests_state: ['town_id', 'state', 'created_at'],
      ix_course_requests_group: ['town_id', 'group_id', 'created_at'],
      ix_course_requests_at: ['town_id', 'created_at'],
      ix_course_requests_member: ['town_id', 'member_id', 'state'],
      ix_course_requests_session: ['town_id', 'session_id'],
    },
  },
);
