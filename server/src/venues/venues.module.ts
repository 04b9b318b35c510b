import { Module } from '@nestjs/common';
import { GroupsModule } from '../groups/groups.module.ts';
import { MembersModule } from '../members/members.module.ts';
import { StudySessionsModule } from '../study-sessions/study-sessions.module.ts';
import { BookingDeskService } from './booking-desk.service.ts';
import { SessionBookingsService } from './session-bookings.service.ts';
import { VenueBookingsRepository } from './venue-bookings.repository.ts';
import { VenueBookingsService } from './venue-bookings.service.ts';
import { VenueDeskService } from './venue-desk.service.ts';
import { VenueViews } from './venue-views.ts';
import { VenuesController } from './venues.controller.ts';
import { VenuesRepository } from './venues.repository.ts';
import { VenuesService } from './venues.service.ts';

@Module({
  imports: [GroupsModule, MembersModule, StudySessionsModule],
  controllers: [VenuesController],
  providers: [BookingDeskService, SessionBookingsService, VenueBookingsRepository, VenueBookingsService, VenueDeskService, VenueViews, VenuesRepository, VenuesService],
  exports: [VenueBookingsService, VenuesService],
})
export class VenuesModule {}
