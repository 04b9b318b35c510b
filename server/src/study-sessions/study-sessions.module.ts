import { Module, type OnModuleInit } from '@nestjs/common';
import { DoorbellsModule } from '../doorbells/doorbells.module.ts';
import { FilesModule } from '../files/files.module.ts';
import { GroupsModule } from '../groups/groups.module.ts';
import { MembersModule } from '../members/members.module.ts';
import { NoticesModule } from '../notices/notices.module.ts';
import { Jobs } from '../platform/jobs/jobs.ts';
import { TownsModule } from '../towns/towns.module.ts';
import { SessionActionsService } from './session-actions.service.ts';
import { SessionCloseOutService } from './session-close-out.service.ts';
import { SessionCorrectionsService } from './session-corrections.service.ts';
import { SessionCountsRepository } from './session-counts.repository.ts';
import { SessionCountsService } from './session-counts.service.ts';
import { SessionExpectationService } from './session-expectation.service.ts';
import { SessionFollowersService } from './session-followers.service.ts';
import { SessionNews } from './session-news.ts';
import { SessionOverlapsService } from './session-overlaps.service.ts';
import { SessionPlanService } from './session-plan.service.ts';
import { SessionRecordsRepository } from './session-records.repository.ts';
import { SessionRemindersService } from './session-reminders.service.ts';
import { SessionSeriesRepository } from './session-series.repository.ts';
import { SessionSeriesService } from './session-series.service.ts';
import { SessionViews } from './session-views.ts';
import { StudySessionsController } from './study-sessions.controller.ts';
import { StudySessionsRepository } from './study-sessions.repository.ts';
import { StudySessionsService } from './study-sessions.service.ts';

const repositories = [StudySessionsRepository, SessionRecordsRepository, SessionCountsRepository, SessionSeriesRepository];
const inside = [SessionActionsService, SessionCountsService, SessionOverlapsService, SessionRemindersService, SessionSeriesService, SessionNews, SessionViews];
/** What other nouns ask or register with. */
const asked = [StudySessionsService, SessionPlanService, SessionCloseOutService, SessionCorrectionsService, SessionExpectationService, SessionFollowersService];

@Module({
  imports: [DoorbellsModule, FilesModule, GroupsModule, MembersModule, NoticesModule, TownsModule],
  controllers: [StudySessionsController],
  providers: [...repositories, ...inside, ...asked],
  exports: asked,
})
export class StudySessionsModule implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly reminders: SessionRemindersService,
  ) {}

  onModuleInit(): void {
    this.jobs.every(60_000, 'session-reminders', () => this.reminders.remindAll(), { followsClock: true });
  }
}
