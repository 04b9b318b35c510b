import { Injectable } from '@nestjs/common';
import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import type { Position } from '@weidangxiao/shared/rules/venue.ts';
import { GroupsService } from '../groups/groups.service.ts';
import { MembersService } from '../members/members.service.ts';
import type { TownScope } from '../platform/access/scope.ts';
import type { Venue } from './venue.entity.ts';
import type { VenueBooking } from './venue-booking.entity.ts';
import { VenuesRepository } from './venues.repository.ts';

export type VenueView = Answer<'getVenue'>;
export type BookingView = Answer<'createVenueBooking'>;

/** Venues and bookings with the names of the groups and people in them. */
@Injectable()
export class VenueViews {
  constructor(
    private readonly venues: VenuesRepository,
    private readonly groups: GroupsService,
    private readonly members: MembersService,
  ) {}

  async one(scope: TownScope, venue: Venue): Promise<VenueView> {
    const [view] = await this.all(scope, [venue]);
    if (!view) throw new Error('a venue was lost on its way out');
    return view;
  }

  async all(scope: TownScope, venues: readonly Venue[]): Promise<VenueView[]> {
    const people = await this.members.people(scope, venues.flatMap(({ keeperId, equipment }) => [keeperId, ...equipment.map(({ checkedBy }) => checkedBy)]));
    const groups = await this.groups.names(scope);
    const person = (id: string | null) => (id ? (people.get(id) ?? null) : null);
    return venues.map((venue) => ({
      ...{ id: venue.id, name: venue.name, kind: venue.kind, address: venue.address, seats: venue.seats, closed: venue.closedAt !== null },
      ...{ group: groupOf(groups, venue.groupId), position: positionOf(venue), keeper: person(venue.keeperId) },
      equipment: venue.equipment.map(({ item, state, checkedOn, checkedBy }) => ({ item, state, checkedOn, checkedBy: person(checkedBy) })),
    }));
  }

  async booking(scope: TownScope, booking: VenueBooking): Promise<BookingView> {
    const [view] = await this.bookings(scope, [booking]);
    if (!view) throw new Error('a booking was lost on its way out');
    return view;
  }

  async bookings(scope: TownScope, bookings: readonly VenueBooking[]): Promise<BookingView[]> {
    const names = await this.venues.names(scope, bookings.map(({ venueId }) => venueId));
    const people = await this.members.people(scope, bookings.map(({ bookedBy }) => bookedBy));
    const groups = await this.groups.names(scope);
    return bookings.map(({ id, venueId, startsAt, endsAt, groupId, purpose, sessionId, bookedBy, endedAt }) => ({
      ...{ id, startsAt, endsAt, purpose, sessionId, endedAt, group: groupOf(groups, groupId) },
      venue: { id: venueId, name: names.get(venueId) ?? '' },
      bookedBy: bookedBy ? (people.get(bookedBy) ?? null) : null,
    }));
  }
}

export function positionOf({ latitudeMicro, longitudeMicro }: Venue): Position | null {
  if (latitudeMicro === null || longitudeMicro === null) return null;
  return { latitude: latitudeMicro / 1e6, longitude: longitudeMicro / 1e6 };
}

function groupOf(names: ReadonlyMap<string, string>, id: string | null): VenueView['group'] {
  const name = id ? names.get(id) : undefined;
  return id && name ? { id, name } : null;
}
