import { Injectable } from '@nestjs/common';
import { longestBooking, type Span } from '@weidangxiao/shared/rules/venue.ts';
import { IsNull, LessThan, MoreThan, type SelectQueryBuilder } from 'typeorm';
import type { TownScope } from '../platform/access/scope.ts';
import { within } from '../platform/access/within.ts';
import { Database } from '../platform/database/database.ts';
import { VenueBooking } from './venue-booking.entity.ts';

/** What of a venue's near future is looked through for the next free slot. */
const looksAhead = 200;

@Injectable()
export class VenueBookingsRepository {
  constructor(private readonly database: Database) {}

  /** Of a group that the scope covers, or of the town for whoever reaches the whole of it. */
  writable(scope: TownScope, id: string): Promise<VenueBooking | null> {
    const { sql, params } = within(scope, { town: 'booking.townId', group: 'booking.groupId' });
    return this.rows().where(sql, params).andWhere('booking.id = :id', { id }).getOne();
  }

  byClientId({ townId }: TownScope, bookedBy: string, clientId: string): Promise<VenueBooking | null> {
    return this.database.rows(VenueBooking).findOneBy({ townId, bookedBy, clientId });
  }

  ofSession({ townId }: TownScope, heldSessionId: string): Promise<VenueBooking | null> {
    return this.database.rows(VenueBooking).findOneBy({ townId, heldSessionId });
  }

  /** Standing bookings of one venue that touch the span, the earliest first. */
  touching(scope: TownScope, venueId: string, span: Span): Promise<VenueBooking[]> {
    return this.standing(scope, span, venueId).getMany();
  }

  /** Ids of the town's venues that are taken at some time in the span. */
  async venuesTaken(scope: TownScope, span: Span): Promise<Set<string>> {
    return new Set((await this.standing(scope, span).getMany()).map(({ venueId }) => venueId));
  }

  /** Standing bookings of a venue that end after that instant, by their end. */
  from({ townId }: TownScope, venueId: string, instant: number): Promise<VenueBooking[]> {
    return this.database.rows(VenueBooking).find({ where: { townId, venueId, endsAt: MoreThan(instant), endedAt: IsNull() }, order: { endsAt: 'ASC' }, take: looksAhead });
  }

  page(scope: TownScope, span: Span, venueId: string | undefined, skip: number, take: number): Promise<[VenueBooking[], number]> {
    return this.standing(scope, span, venueId).offset(skip).limit(take).getManyAndCount();
  }

  /** Is somebody going to use it? */
  hasFuture({ townId }: TownScope, venueId: string, now: number): Promise<boolean> {
    return this.database.rows(VenueBooking).existsBy({ townId, venueId, endsAt: MoreThan(now), endedAt: IsNull() });
  }

  async insert({ townId }: TownScope, booking: VenueBooking): Promise<void> {
    await this.database.rows(VenueBooking).insert({ ...booking, townId });
  }

  isTaken(error: unknown): boolean {
    return this.database.isUnique(error, 'uq_venue_bookings_client');
  }

  async update({ townId }: TownScope, id: string, changes: Partial<VenueBooking>): Promise<void> {
    await this.database.rows(VenueBooking).update({ townId, id }, changes);
  }

  /** False when it had ended already. */
  async end({ townId }: TownScope, id: string, endedAt: number, endedBy: string | null): Promise<boolean> {
    const { affected } = await this.database.rows(VenueBooking).update({ townId, id, endedAt: IsNull() }, { endedAt, endedBy, heldSessionId: null });
    return affected === 1;
  }

  private rows(): SelectQueryBuilder<VenueBooking> {
    return this.database.rows(VenueBooking).createQueryBuilder('booking');
  }

  /**
   * No booking is longer than the longest, so the index is read between two ends and not from there to the last one. It is
   * named, since MariaDB would rather read a young town's whole register.
   */
  private standing({ townId }: TownScope, { startsAt, endsAt }: Span, venueId?: string): SelectQueryBuilder<VenueBooking> {
    return this.rows()
      .useIndex(venueId ? 'ix_venue_bookings_venue' : 'ix_venue_bookings_time')
      .where({ townId, ...(venueId && { venueId }), endedAt: IsNull(), startsAt: LessThan(endsAt) })
      .andWhere('booking.endsAt > :startsAt AND booking.endsAt < :last', { startsAt, last: endsAt + longestBooking })
      .orderBy('booking.startsAt')
      .addOrderBy('booking.id');
  }
}
