import { Module } from '@nestjs/common';
import { MembersModule } from '../members/members.module.ts';
import { RubricChecksService } from './rubric-checks.service.ts';
import { RubricVersionsService } from './rubric-versions.service.ts';
import { RubricViews } from './rubric-views.ts';
import { RubricsController } from './rubrics.controller.ts';
import { RubricsRepository } from './rubrics.repository.ts';
import { RubricsService } from './rubrics.service.ts';

@Module({
  imports: [MembersModule],
  controllers: [RubricsController],
  providers: [RubricsRepository, RubricsService, RubricViews, RubricVersionsService, RubricChecksService],
  exports: [RubricsService],
})
export class RubricsModule {}
