import { Module } from '@nestjs/common';
import { DoorbellsModule } from '../doorbells/doorbells.module.ts';
import { AssessmentsModule } from '../assessments/assessments.module.ts';
import { AttendanceModule } from '../attendance/attendance.module.ts';
import { GroupsModule } from '../groups/groups.module.ts';
import { MembersModule } from '../members/members.module.ts';
import { NoticesModule } from '../notices/notices.module.ts';
import { PublicationsModule } from '../publications/publications.module.ts';
import { ScoreAdjustmentsModule } from '../score-adjustments/score-adjustments.module.ts';
import { ScoreEntriesModule } from '../score-entries/score-entries.module.ts';
import { TownsModule } from '../towns/towns.module.ts';
import { WorkingDaysModule } from '../working-days/working-days.module.ts';
import { AnswerersService } from './answerers.service.ts';
import { FrozenLinesService } from './frozen-lines.service.ts';
import { MonthOutcomesService } from './month-outcomes.service.ts';
import { ObjectionAnswersService } from './objection-answers.service.ts';
import { ObjectionNews } from './objection-news.ts';
import { ObjectionOutcomesService } from './objection-outcomes.service.ts';
import { ObjectionViews } from './objection-views.ts';
import { ObjectionsController } from './objections.controller.ts';
import { ObjectionsRepository } from './objections.repository.ts';
import { ObjectionsService } from './objections.service.ts';
import { RecordersService } from './recorders.service.ts';

@Module({
  imports: [DoorbellsModule, AssessmentsModule, AttendanceModule, GroupsModule, MembersModule, NoticesModule, PublicationsModule, ScoreAdjustmentsModule, ScoreEntriesModule, TownsModule, WorkingDaysModule],
  controllers: [ObjectionsController],
  providers: [AnswerersService, FrozenLinesService, MonthOutcomesService, ObjectionAnswersService, ObjectionNews, ObjectionOutcomesService, ObjectionViews, ObjectionsRepository, ObjectionsService, RecordersService],
  exports: [FrozenLinesService, ObjectionOutcomesService, ObjectionsService],
})
export class ObjectionsModule {}
