import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { PersonScope } from '../platform/access/scope.ts';
import { type SessionFollower, SessionFollowersService } from '../study-sessions/session-followers.service.ts';
import type { StudySession } from '../study-sessions/study-session.entity.ts';
import { VenueBookingsService } from './venue-bookings.service.ts';

/** A session's venue is booked with its plan, goes along with a move, and is free again when the session is cancelled. */
@Injectable()
export class SessionBookingsService implements SessionFollower, OnModuleInit {
  constructor(
    private readonly followers: SessionFollowersService,
    private readonly bookings: VenueBookingsService,
  ) {}

  onModuleInit(): void {
    this.followers.follow(this);
  }

  async created(scope: PersonScope, session: StudySession): Promise<void> {
    if (session.venueId) await this.hold(scope, session);
  }

  changed(scope: PersonScope, session: StudySession): Promise<void> {
    return this.hold(scope, session);
  }

  moved(scope: PersonScope, session: StudySession): Promise<void> {
    return this.hold(scope, session);
  }

  cancelled(scope: PersonScope, session: StudySession): Promise<void> {
    return this.bookings.releaseFor(scope, session.id);
  }

  private hold(scope: PersonScope, { id, venueId, startsAt, endsAt, groupId, title }: StudySession): Promise<void> {
    return this.bookings.holdFor(scope, { sessionId: id, venueId, startsAt, endsAt, groupId, purpose: title });
  }
}
