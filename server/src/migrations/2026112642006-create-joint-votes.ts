import { createTable, id } from './create-table.ts';

export const createJointVotes = createTable(2026112642006, 'joint_votes', { town_id: id, month: id, group_id: id, circle_id: id }, { primary: ['town_id', 'month', 'group_id'] });
