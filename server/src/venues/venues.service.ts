import { Injectable } from '@nestjs/common';
import type { Answer, Input } from '@weidangxiao/shared/contract/all.ts';
import { AppError } from '@weidangxiao/shared/errors.ts';
import { nearestFirst, type Span } from '@weidangxiao/shared/rules/venue.ts';
import type { PersonScope, TownScope } from '../platform/access/scope.ts';
import { requireSpan } from './require-span.ts';
import type { Venue } from './venue.entity.ts';
import { VenueBookingsRepository } from './venue-bookings.repository.ts';
import { positionOf, type VenueView, VenueViews } from './venue-views.ts';
import { VenuesRepository } from './venues.repository.ts';

/** Reading the register, for people and for other nouns. Writing it is in `venue-desk.service.ts`. */
@Injectable()
export class VenuesService {
  constructor(
    private readonly venues: VenuesRepository,
    private readonly bookings: VenueBookingsRepository,
    private readonly views: VenueViews,
  ) {}

  /** Nearest first to a group. A town's register is small: it is sorted here, whole. */
  async list(scope: PersonScope, { page, pageSize, groupId, kind, startsAt, endsAt }: Input<'listVenues'>['query']): Promise<Answer<'listVenues'>> {
    const venues = (await this.venues.open(scope)).filter((venue) => !kind || venue.kind === kind);
    const taken = await this.takenIn(scope, spanOf(startsAt, endsAt));
    const near = nearestFirst(venues.map((venue) => ({ venue, name: venue.name, groupId: venue.groupId, position: positionOf(venue) })), groupId ?? scope.groupId);
    const shown = near.slice((page - 1) * pageSize, page * pageSize);
    const views = await this.views.all(scope, shown.map(({ place }) => place.venue));
    const items = views.map((view, at) => ({ ...view, own: shown[at]?.own ?? false, metres: shown[at]?.metres ?? null, free: taken && !taken.has(view.id) }));
    return { items, page, pageSize, total: near.length };
  }

  /** The whole register by name, for paper. */
  async all(scope: TownScope): Promise<VenueView[]> {
    const venues = await this.venues.open(scope);
    return this.views.all(scope, venues.sort((a, b) => a.name.localeCompare(b.name, 'zh')));
  }

  async one(scope: TownScope, id: string): Promise<VenueView> {
    return this.views.one(scope, await this.find(scope, id));
  }

  /** Closed ones too. @throws AppError NOT_FOUND */
  async find(scope: TownScope, id: string): Promise<Venue> {
    const venue = await this.venues.one(scope, id);
    if (!venue) throw new AppError('NOT_FOUND');
    return venue;
  }

  /** Id -> name, closed ones too; ids that are not there are left out. */
  names(scope: TownScope, ids: readonly (string | null)[]): Promise<Map<string, string>> {
    return this.venues.names(scope, [...new Set(ids.filter((id) => id !== null))]);
  }

  /** Group -> the place that is its own, the first by name where it has several. */
  async ownOf(scope: TownScope, groupIds: readonly string[]): Promise<Map<string, Pick<Venue, 'id' | 'name' | 'address' | 'seats'>>> {
    const own = (await this.venues.open(scope)).filter(({ groupId }) => groupId !== null && groupIds.includes(groupId));
    // What is set last stands: the first by name.
    const last = own.sort((a, b) => b.name.localeCompare(a.name, 'zh'));
    return new Map(last.map(({ groupId, id, name, address, seats }) => [groupId ?? '', { id, name, address, seats }]));
  }

  private takenIn(scope: TownScope, span: Span | null): Promise<Set<string> | null> {
    return span ? this.bookings.venuesTaken(scope, span) : Promise.resolve(null);
  }
}

function spanOf(startsAt: number | undefined, endsAt: number | undefined): Span | null {
  if (startsAt === undefined || endsAt === undefined) return null;
  return requireSpan({ startsAt, endsAt });
}
