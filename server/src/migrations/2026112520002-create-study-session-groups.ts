import { createTable, id, instant, nullable, whole } from './create-table.ts';

export const createStudySessionGroups = createTable(
  2026112520002,
  'study_session_groups',
  {
    town_id: id,
    session_id: id,
    group_id: id,
    starts_at: instant,
    number: nullable(whole),
  },
  {
    primary: ['town_id', 'session_id', 'group_id'],
    indexes: { ix_study_session_groups_group: ['town_id', 'group_id', 'starts_at'] },
  },
);
