import { Module } from '@nestjs/common';
import { GroupsModule } from '../groups/groups.module.ts';
import { MembersModule } from '../members/members.module.ts';
import { NoticesModule } from '../notices/notices.module.ts';
import { StudySessionsModule } from '../study-sessions/study-sessions.module.ts';
import { InvitationNews } from './invitation-news.ts';
import { InvitationViews } from './invitation-views.ts';
import { InvitationsController } from './invitations.controller.ts';
import { InvitationsRepository } from './invitations.repository.ts';
import { InvitationsService } from './invitations.service.ts';
import { SessionTeachersService } from './session-teachers.service.ts';
import { TeacherViews } from './teacher-views.ts';
import { TeachersController } from './teachers.controller.ts';
import { TeachersRepository } from './teachers.repository.ts';
import { TeachersService } from './teachers.service.ts';

@Module({
  imports: [GroupsModule, MembersModule, NoticesModule, StudySessionsModule],
  controllers: [TeachersController, InvitationsController],
  providers: [InvitationNews, InvitationViews, InvitationsRepository, InvitationsService, SessionTeachersService, TeacherViews, TeachersRepository, TeachersService],
  exports: [TeachersService],
})
export class TeachersModule {}
