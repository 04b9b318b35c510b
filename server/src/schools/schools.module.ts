import { Module } from '@nestjs/common';
import { GroupsModule } from '../groups/groups.module.ts';
import { MembersModule } from '../members/members.module.ts';
import { ReflectionsModule } from '../reflections/reflections.module.ts';
import { StudySessionsModule } from '../study-sessions/study-sessions.module.ts';
import { VenuesModule } from '../venues/venues.module.ts';
import { SchoolViews } from './school-views.ts';
import { SchoolsController } from './schools.controller.ts';
import { SchoolsRepository } from './schools.repository.ts';
import { SchoolsService } from './schools.service.ts';

@Module({
  imports: [GroupsModule, MembersModule, ReflectionsModule, StudySessionsModule, VenuesModule],
  controllers: [SchoolsController],
  providers: [SchoolViews, SchoolsRepository, SchoolsService],
})
export class SchoolsModule {}
