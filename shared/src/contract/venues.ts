import { z } from 'zod';
import type { venueRoutes } from '../routes/venues.ts';
import { equipmentStates, venueKinds } from '../rules/venue.ts';
import { byId, date, id, instant, optionalText, page, pageQuery, person, text } from './common.ts';
import type { ContractOf } from './contract.ts';

const kind = z.enum(venueKinds);
const position = z.object({ latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180) });
export const groupName = z.object({ id, name: z.string() });

const venue = z.object({
  id,
  name: z.string(),
  kind,
  address: z.string(),
  /** The group whose own place it is; null for the town's. */
  group: groupName.nullable(),
  position: position.nullable(),
  seats: z.int(),
  keeper: person.nullable(),
  equipment: z.array(z.object({ item: z.string(), state: z.enum(equipmentStates), checkedOn: date, checkedBy: person.nullable() })),
  closed: z.boolean(),
});

/** One in a list that is seen from a group. */
const nearbyVenue = venue.extend({
  own: z.boolean(),
  /** From the group's own place; null where either position is unknown. */
  metres: z.int().nullable(),
  /** Whether nobody has booked it for the time that was asked about; null when none was. */
  free: z.boolean().nullable(),
});

const written = {
  address: optionalText(120).optional(),
  groupId: id.nullable().optional(),
  position: position.nullable().optional(),
  seats: z.int().min(0).max(5000).optional(),
  keeperId: id.nullable().optional(),
  /** The whole list. What is new, changed or `checked` gets today's date and the caller's name. */
  equipment: z.array(z.object({ item: text(30), state: z.enum(equipmentStates), checked: z.boolean().optional() })).max(40, '最多40样').optional(),
};

const booking = z.object({
  id,
  venue: z.object({ id, name: z.string() }),
  startsAt: instant,
  endsAt: instant,
  /** For whom; null for the town. */
  group: groupName.nullable(),
  purpose: z.string(),
  /** The study session that holds it, if one does. */
  sessionId: id.nullable(),
  bookedBy: person.nullable(),
  endedAt: instant.nullable(),
});

export const venueContract = {
  listVenues: {
    query: pageQuery.extend({
      /** Seen from this group; the caller's own unless told. */
      groupId: id.optional(),
      kind: kind.optional(),
      startsAt: z.coerce.number().pipe(instant).optional(),
      endsAt: z.coerce.number().pipe(instant).optional(),
    }),
    answer: page(nearbyVenue),
  },
  getVenue: { params: byId, answer: venue },
  createVenue: { body: z.object({ name: text(40), kind, ...written }), answer: venue },
  updateVenue: { params: byId, body: z.object({ name: text(40).optional(), kind: kind.optional(), ...written }), answer: venue },
  closeVenue: { params: byId, answer: venue },
  listVenueBookings: {
    /** Bookings that touch these days, both included; from today for a month unless told. */
    query: pageQuery.extend({ venueId: id.optional(), from: date.optional(), to: date.optional() }),
    answer: page(booking),
  },
  createVenueBooking: {
    body: z.object({ clientId: id, venueId: id, startsAt: instant, endsAt: instant, groupId: id.nullable(), purpose: text(60) }),
    answer: booking,
  },
  endVenueBooking: { params: byId, answer: booking },
} satisfies ContractOf<typeof venueRoutes>;
