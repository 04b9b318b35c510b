import { Module } from '@nestjs/common';
import { CheckInsModule } from '../check-ins/check-ins.module.ts';
import { GroupsModule } from '../groups/groups.module.ts';
import { LessonsModule } from '../lessons/lessons.module.ts';
import { MembersModule } from '../members/members.module.ts';
import { NoticesModule } from '../notices/notices.module.ts';
import { StudySessionsModule } from '../study-sessions/study-sessions.module.ts';
import { ThemesModule } from '../themes/themes.module.ts';
import { CourseRequestsController } from './course-requests.controller.ts';
import { CourseRequestsRepository } from './course-requests.repository.ts';
import { CourseRequestsService } from './course-requests.service.ts';
import { CourseSetsRepository } from './course-sets.repository.ts';
import { CourseSetsService } from './course-sets.service.ts';
import { CoursesController } from './courses.controller.ts';
import { MemberTagsService } from './member-tags.service.ts';
import { RequestNews } from './request-news.ts';
import { RequestPlanningService } from './request-planning.service.ts';
import { RequestViews } from './request-views.ts';
import { SuggestionsService } from './suggestions.service.ts';

@Module({
  imports: [CheckInsModule, GroupsModule, LessonsModule, MembersModule, NoticesModule, StudySessionsModule, ThemesModule],
  controllers: [CoursesController, CourseRequestsController],
  providers: [CourseRequestsRepository, CourseRequestsService, CourseSetsRepository, CourseSetsService, MemberTagsService, RequestNews, RequestPlanningService, RequestViews, SuggestionsService],
})
export class CoursesModule {}
