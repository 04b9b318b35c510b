import { createTable, id, instant, nullable } from './create-table.ts';

export const createCourseRequestJoiners = createTable(
  2026112520224,
  'course_request_joiners',
  { town_id: id, request_id: id, member_id: id, group_id: nullable(id), at: instant },
  { primary: ['town_id', 'request_id', 'member_id'], indexes: { ix_course_request_joiners_member: ['town_id', 'member_id'] } },
);
