import { createTable, id, instant, nullable, text } from './create-table.ts';

export const createVenueBookings = createTable(
  2026112520202,
  'venue_bookings',
  {
    town_id: id,
    id,
    venue_id: id,
    starts_at: instant,
    ends_at: instant,
    group_id: nullable(id),
    session_id: nullable(id),
    held_session_id: nullable(id),
    purpose: text(60),
    booked_by: nullable(id),
    client_id: nullable(id),
    created_at: instant,
    ended_at: nullable(instant),
    ended_by: nullable(id),
  },
  {
    unique: { uq_venue_bookings_client: ['town_id', 'booked_by', 'client_id'], uq_venue_bookings_session: ['town_id', 'held_session_id'] },
    indexes: { ix_venue_bookings_venue: ['town_id', 'venue_id', 'ends_at'], ix_venue_bookings_time: ['town_id', 'ends_at'] },
  },
);
