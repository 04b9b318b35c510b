import { createTable, id, instant, json, nullable, text, whole } from './create-table.ts';

export const createVenues = createTable(
  2026112520201,
  'venues',
  {
    town_id: id,
    id,
    name: text(40),
    name_key: text(80),
    kind: text(24),
    address: text(120),
    group_id: nullable(id),
    latitude_micro: nullable(whole),
    longitude_micro: nullable(whole),
    seats: whole,
    keeper_id: nullable(id),
    equipment: json,
    booking_turn: whole,
    created_at: instant,
    closed_at: nullable(instant),
  },
  { unique: { uq_venues_name: ['town_id', 'name_key'] } },
);
