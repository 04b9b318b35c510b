import { Injectable } from '@nestjs/common';
import type { Input } from '@weidangxiao/shared/contract/all.ts';
import { AppError } from '@weidangxiao/shared/errors.ts';
import { businessDate } from '@weidangxiao/shared/rules/week.ts';
import { randomUUID } from 'node:crypto';
import { GroupsService } from '../groups/groups.service.ts';
import { MembersService } from '../members/members.service.ts';
import { Acts } from '../platform/access/acts.ts';
import type { TownScope } from '../platform/access/scope.ts';
import { Clock } from '../platform/clock/clock.ts';
import type { Equipment, Venue } from './venue.entity.ts';
import { VenueBookingsRepository } from './venue-bookings.repository.ts';
import { type VenueView, VenueViews } from './venue-views.ts';
import { VenuesRepository } from './venues.repository.ts';

type Changes = Input<'updateVenue'>['body'];
type Listed = NonNullable<Changes['equipment']>;

/** The admins' register of venues. */
@Injectable()
export class VenueDeskService {
  constructor(
    private readonly venues: VenuesRepository,
    private readonly bookings: VenueBookingsRepository,
    private readonly views: VenueViews,
    private readonly groups: GroupsService,
    private readonly members: MembersService,
    private readonly acts: Acts,
    private readonly clock: Clock,
  ) {}

  /** @throws AppError NOT_FOUND for a group or keeper that is not there, NAME_TAKEN */
  add(scope: TownScope, { name, kind, ...rest }: Input<'createVenue'>['body']): Promise<VenueView> {
    return this.acts.perform(scope, async () => {
      const blank: Venue = {
        ...{ townId: scope.townId, id: randomUUID(), name, nameKey: name, kind, address: '', groupId: null, latitudeMicro: null, longitudeMicro: null },
        ...{ seats: 0, keeperId: null, equipment: [], bookingTurn: 0, createdAt: this.clock.now(), closedAt: null },
      };
      const venue = { ...blank, ...(await this.columnsOf(scope, rest, [])) };
      await this.venues.insert(scope, venue);
      return this.views.one(scope, venue);
    });
  }

  /** @throws AppError NOT_FOUND, NAME_TAKEN, VENUE_CLOSED */
  change(scope: TownScope, id: string, { name, kind, ...rest }: Changes): Promise<VenueView> {
    return this.acts.perform(scope, async () => {
      const venue = await this.find(scope, id);
      if (venue.closedAt !== null) throw new AppError('VENUE_CLOSED');
      const changes: Partial<Venue> = { ...(name && { name, nameKey: name }), ...(kind && { kind }), ...(await this.columnsOf(scope, rest, venue.equipment)) };
      if (Object.keys(changes).length > 0) await this.venues.update(scope, id, changes);
      return this.views.one(scope, { ...venue, ...changes });
    });
  }

  /** Closing a closed one changes nothing. @throws AppError NOT_FOUND, VENUE_HAS_BOOKINGS */
  close(scope: TownScope, id: string): Promise<VenueView> {
    return this.acts.perform(scope, async () => {
      // Its turn first: whoever books at this moment is seen, or finds it closed.
      await this.venues.takeTurn(scope, id);
      const venue = await this.find(scope, id);
      if (await this.bookings.hasFuture(scope, id, this.clock.now())) throw new AppError('VENUE_HAS_BOOKINGS');
      const closed = { closedAt: venue.closedAt ?? this.clock.now(), nameKey: `${venue.name.slice(0, 40)}#${id}` };
      await this.venues.update(scope, id, closed);
      return this.views.one(scope, { ...venue, ...closed });
    });
  }

  private async find(scope: TownScope, id: string): Promise<Venue> {
    const venue = await this.venues.one(scope, id);
    if (!venue) throw new AppError('NOT_FOUND');
    return venue;
  }

  private async columnsOf(scope: TownScope, { position, equipment, ...rest }: Omit<Changes, 'name' | 'kind'>, before: readonly Equipment[]): Promise<Partial<Venue>> {
    if (rest.groupId) await this.groups.find(scope, rest.groupId);
    if (rest.keeperId) await this.members.find(scope, rest.keeperId);
    const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
    const micro = (degrees: number | undefined): number | null => (degrees === undefined ? null : Math.round(degrees * 1e6));
    return {
      ...given,
      ...(position !== undefined && { latitudeMicro: micro(position?.latitude), longitudeMicro: micro(position?.longitude) }),
      ...(equipment && { equipment: this.checked(scope, equipment, before) }),
    };
  }

  /** Who looked, and when, is kept for what they found as it was. */
  private checked(scope: TownScope, listed: Listed, before: readonly Equipment[]): Equipment[] {
    const items = listed.map(({ item }) => item);
    if (new Set(items).size !== items.length) throw new AppError('INPUT_INVALID', { field: 'equipment', detail: { reason: '同一样设备写了两次' } });
    const fresh = { checkedOn: businessDate(this.clock.now()), checkedBy: scope.memberId };
    return listed.map(({ item, state, checked }) => {
      const known = before.find((one) => one.item === item && one.state === state);
      return known && !checked ? known : { item, state, ...fresh };
    });
  }
}
