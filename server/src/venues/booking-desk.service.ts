import { Injectable } from '@nestjs/common';
import type { Answer, Input } from '@weidangxiao/shared/contract/all.ts';
import { AppError } from '@weidangxiao/shared/errors.ts';
import { addDays, businessDate, startOf } from '@weidangxiao/shared/rules/week.ts';
import { GroupsService } from '../groups/groups.service.ts';
import { reaches } from '../members/members.service.ts';
import { Acts } from '../platform/access/acts.ts';
import type { PersonScope } from '../platform/access/scope.ts';
import { Clock } from '../platform/clock/clock.ts';
import type { VenueBooking } from './venue-booking.entity.ts';
import { VenueBookingsRepository } from './venue-bookings.repository.ts';
import { VenueBookingsService } from './venue-bookings.service.ts';
import { type BookingView, VenueViews } from './venue-views.ts';

type NewBooking = Input<'createVenueBooking'>['body'];

/** Bookings that leaders and admins make by hand; those of study sessions are made by the sessions. */
@Injectable()
export class BookingDeskService {
  constructor(
    private readonly bookings: VenueBookingsRepository,
    private readonly booker: VenueBookingsService,
    private readonly views: VenueViews,
    private readonly groups: GroupsService,
    private readonly acts: Acts,
    private readonly clock: Clock,
  ) {}

  async list(scope: PersonScope, { page, pageSize, venueId, ...days }: Input<'listVenueBookings'>['query']): Promise<Answer<'listVenueBookings'>> {
    const from = days.from ?? businessDate(this.clock.now());
    const to = days.to ?? addDays(from, 31);
    if (to < from || to > addDays(from, 366)) throw new AppError('INPUT_INVALID', { field: 'to', detail: { reason: '一次最多看一年' } });
    const span = { startsAt: startOf(from), endsAt: startOf(addDays(to, 1)) };
    const [rows, total] = await this.bookings.page(scope, span, venueId, (page - 1) * pageSize, pageSize);
    return { items: await this.views.bookings(scope, rows), page, pageSize, total };
  }

  /** However often it is sent: one booking. @throws AppError NOT_FOUND, INPUT_INVALID, VENUE_TAKEN, CLIENT_ID_REUSED */
  async create(scope: PersonScope, body: NewBooking): Promise<BookingView> {
    const known = await this.known(scope, body);
    if (known) return known;
    try {
      return await this.acts.perform(scope, () => this.book(scope, body));
    } catch (error) {
      // Its own repetition was faster: either the client id is taken by now, or the slot by the very same booking.
      const faster = this.bookings.isTaken(error) || isClash(error) ? await this.known(scope, body) : null;
      if (!faster) throw error;
      return faster;
    }
  }

  /** Ended twice is ended once. @throws AppError NOT_FOUND, VENUE_BOOKING_OF_SESSION */
  async end(scope: PersonScope, id: string): Promise<BookingView> {
    return this.acts.perform(scope, async () => {
      const booking = await this.bookings.writable(scope, id);
      if (!booking) throw new AppError('NOT_FOUND');
      if (booking.heldSessionId) throw new AppError('VENUE_BOOKING_OF_SESSION');
      const endedAt = this.clock.now();
      if (booking.endedAt === null) await this.bookings.end(scope, id, endedAt, scope.memberId);
      return this.views.booking(scope, { ...booking, endedAt: booking.endedAt ?? endedAt });
    });
  }

  private async book(scope: PersonScope, body: NewBooking): Promise<BookingView> {
    await this.requireGroup(scope, body.groupId);
    if (body.endsAt <= this.clock.now()) throw new AppError('INPUT_INVALID', { field: 'endsAt', detail: { reason: '这段时间已经过去' } });
    return this.views.booking(scope, await this.booker.book(scope, body));
  }

  private async requireGroup(scope: PersonScope, groupId: string | null): Promise<void> {
    if (groupId === null) {
      if (scope.reach !== 'town') throw new AppError('INPUT_INVALID', { field: 'groupId', detail: { reason: '选一下是哪个小组用' } });
      return;
    }
    if (!reaches(scope, groupId)) throw new AppError('NOT_FOUND');
    await this.groups.find(scope, groupId);
  }

  private async known(scope: PersonScope, body: NewBooking): Promise<BookingView | null> {
    const same = await this.bookings.byClientId(scope, scope.memberId, body.clientId);
    if (!same) return null;
    if (!isSame(same, body)) throw new AppError('CLIENT_ID_REUSED', { field: 'clientId' });
    this.acts.changedNothing();
    return this.views.booking(scope, same);
  }
}

function isClash(error: unknown): boolean {
  return error instanceof AppError && error.code === 'VENUE_TAKEN';
}

function isSame(row: VenueBooking, body: NewBooking): boolean {
  return row.venueId === body.venueId && row.startsAt === body.startsAt && row.endsAt === body.endsAt && row.groupId === body.groupId && row.purpose === body.purpose;
}
