import { Injectable } from '@nestjs/common';
import { AppError } from '@weidangxiao/shared/errors.ts';
import { momentInChinese, spanInChinese } from '@weidangxiao/shared/rules/span-words.ts';
import { nextFreeStart, type Span } from '@weidangxiao/shared/rules/venue.ts';
import { randomUUID } from 'node:crypto';
import type { TownScope } from '../platform/access/scope.ts';
import { Clock } from '../platform/clock/clock.ts';
import { requireSpan } from './require-span.ts';
import type { VenueBooking } from './venue-booking.entity.ts';
import { VenueBookingsRepository } from './venue-bookings.repository.ts';
import { VenuesRepository } from './venues.repository.ts';

export interface WantedBooking extends Span {
  readonly venueId: string;
  readonly groupId: string | null;
  readonly purpose: string;
  readonly clientId?: string;
}

export interface SessionBooking extends Omit<WantedBooking, 'venueId' | 'clientId'> {
  readonly sessionId: string;
  /** Null where it is held somewhere else: a booking that it had is given up. */
  readonly venueId: string | null;
}

/** Who has which venue when: one at a time. Every method is called inside a unit of work. */
@Injectable()
export class VenueBookingsService {
  constructor(
    private readonly venues: VenuesRepository,
    private readonly bookings: VenueBookingsRepository,
    private readonly clock: Clock,
  ) {}

  /** @throws AppError INPUT_INVALID, NOT_FOUND for a venue that is closed or not there, VENUE_TAKEN with who is there until when */
  async book(scope: TownScope, wanted: WantedBooking): Promise<VenueBooking> {
    await this.requireFree(scope, wanted, null);
    const booking = this.rowOf(scope, wanted, null);
    await this.bookings.insert(scope, booking);
    return booking;
  }

  /**
   * What a study session needs, at its planning and after every change of its time or place: however often, it holds
   * that one venue for that one time. @throws AppError as `book`
   */
  async holdFor(scope: TownScope, { sessionId, venueId, ...wanted }: SessionBooking): Promise<void> {
    if (!venueId) return this.releaseFor(scope, sessionId);
    const held = await this.bookings.ofSession(scope, sessionId);
    await this.requireFree(scope, { ...wanted, venueId }, held?.id ?? null);
    const { startsAt, endsAt, groupId, purpose } = wanted;
    if (held) await this.bookings.update(scope, held.id, { venueId, startsAt, endsAt, groupId, purpose });
    else await this.bookings.insert(scope, this.rowOf(scope, { ...wanted, venueId }, sessionId));
  }

  /** When a session is cancelled or closed out early. Nothing happens where it held none. */
  async releaseFor(scope: TownScope, sessionId: string): Promise<void> {
    const held = await this.bookings.ofSession(scope, sessionId);
    if (held) await this.bookings.end(scope, held.id, this.clock.now(), scope.memberId);
  }

  /** The venue's turn comes first: from then on what is read of its bookings stays true until the commit. */
  private async requireFree(scope: TownScope, wanted: WantedBooking, except: string | null): Promise<void> {
    requireSpan(wanted);
    if (!(await this.venues.takeTurn(scope, wanted.venueId))) throw new AppError('NOT_FOUND', { field: 'venueId' });
    const [other] = (await this.bookings.touching(scope, wanted.venueId, wanted)).filter(({ id }) => id !== except);
    if (other) throw await this.taken(scope, wanted, other, except);
  }

  private async taken(scope: TownScope, wanted: WantedBooking, other: VenueBooking, except: string | null): Promise<AppError> {
    const ahead = (await this.bookings.from(scope, wanted.venueId, wanted.startsAt)).filter(({ id }) => id !== except);
    const free = nextFreeStart(ahead, wanted);
    const { startsAt, endsAt } = other;
    const detail = { taken: spanInChinese(startsAt, endsAt), free: momentInChinese(free), takenFrom: startsAt, takenTo: endsAt, freeFrom: free };
    return new AppError('VENUE_TAKEN', { field: 'startsAt', detail });
  }

  private rowOf(scope: TownScope, { venueId, startsAt, endsAt, groupId, purpose, clientId }: WantedBooking, sessionId: string | null): VenueBooking {
    return {
      ...{ townId: scope.townId, id: randomUUID(), venueId, startsAt, endsAt, groupId, sessionId, heldSessionId: sessionId, purpose },
      ...{ bookedBy: scope.memberId, clientId: clientId ?? null, createdAt: this.clock.now(), endedAt: null, endedBy: null },
    };
  }
}
