import { createTable, dateText, id, instant, nullable, text } from './create-table.ts';

export const createDeliveries = createTable(
  2026112420504,
  'deliveries',
  {
    town_id: id,
    id,
    push_id: id,
    member_id: id,
    group_id: nullable(id),
    monday: dateText,
    title: text(32),
    channel: text(10),
    at: instant,
    read_at: nullable(instant),
    handed_over_at: nullable(instant),
    handed_over_by: nullable(id),
  },
  {
    unique: { uq_deliveries_member: ['town_id', 'push_id', 'member_id'] },
    indexes: { ix_deliveries_mine: ['town_id', 'member_id', 'monday'], ix_deliveries_paper: ['town_id', 'monday', 'channel', 'group_id'] },
  },
);
