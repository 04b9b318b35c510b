import { Controller } from '@nestjs/common';
import type { Answer, Input } from '@weidangxiao/shared/contract/all.ts';
import { By, In } from '../platform/access/request.ts';
import type { PersonScope, WholeTownScope } from '../platform/access/scope.ts';
import { Serves } from '../platform/access/serves.ts';
import { BookingDeskService } from './booking-desk.service.ts';
import { VenueDeskService } from './venue-desk.service.ts';
import { VenuesService } from './venues.service.ts';

@Controller()
export class VenuesController {
  constructor(
    private readonly venues: VenuesService,
    private readonly desk: VenueDeskService,
    private readonly bookings: BookingDeskService,
  ) {}

  @Serves('listVenues')
  list(@By() scope: PersonScope, @In() { query }: Input<'listVenues'>): Promise<Answer<'listVenues'>> {
    return this.venues.list(scope, query);
  }

  @Serves('getVenue')
  one(@By() scope: PersonScope, @In() { params }: Input<'getVenue'>): Promise<Answer<'getVenue'>> {
    return this.venues.one(scope, params.id);
  }

  @Serves('createVenue')
  add(@By() scope: WholeTownScope, @In() { body }: Input<'createVenue'>): Promise<Answer<'createVenue'>> {
    return this.desk.add(scope, body);
  }

  @Serves('updateVenue')
  change(@By() scope: WholeTownScope, @In() { params, body }: Input<'updateVenue'>): Promise<Answer<'updateVenue'>> {
    return this.desk.change(scope, params.id, body);
  }

  @Serves('closeVenue')
  close(@By() scope: WholeTownScope, @In() { params }: Input<'closeVenue'>): Promise<Answer<'closeVenue'>> {
    return this.desk.close(scope, params.id);
  }

  @Serves('listVenueBookings')
  listBookings(@By() scope: PersonScope, @In() { query }: Input<'listVenueBookings'>): Promise<Answer<'listVenueBookings'>> {
    return this.bookings.list(scope, query);
  }

  @Serves('createVenueBooking')
  book(@By() scope: PersonScope, @In() { body }: Input<'createVenueBooking'>): Promise<Answer<'createVenueBooking'>> {
    return this.bookings.create(scope, body);
  }

  @Serves('endVenueBooking')
  endBooking(@By() scope: PersonScope, @In() { params }: Input<'endVenueBooking'>): Promise<Answer<'endVenueBooking'>> {
    return this.bookings.end(scope, params.id);
  }
}
