import { Module } from '@nestjs/common';
import { FilesModule } from '../files/files.module.ts';
import { GroupsModule } from '../groups/groups.module.ts';
import { LoginsModule } from '../logins/logins.module.ts';
import { MembersModule } from '../members/members.module.ts';
import { NoticesModule } from '../notices/notices.module.ts';
import { MachineCheckService } from './machine-check.service.ts';
import { ReflectionDeskService } from './reflection-desk.service.ts';
import { ReflectionNews } from './reflection-news.ts';
import { ReflectionReviewService } from './reflection-review.service.ts';
import { ReflectionViews } from './reflection-views.ts';
import { ReflectionsController } from './reflections.controller.ts';
import { ReflectionsRepository } from './reflections.repository.ts';
import { ReflectionsService } from './reflections.service.ts';

@Module({
  imports: [FilesModule, GroupsModule, LoginsModule, MembersModule, NoticesModule],
  controllers: [ReflectionsController],
  providers: [MachineCheckService, ReflectionDeskService, ReflectionNews, ReflectionReviewService, ReflectionViews, ReflectionsRepository, ReflectionsService],
  exports: [ReflectionsService],
})
export class ReflectionsModule {}
