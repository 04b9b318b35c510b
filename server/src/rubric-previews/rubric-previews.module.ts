import { Module } from '@nestjs/common';
import { AssessmentsModule } from '../assessments/assessments.module.ts';
import { GroupsModule } from '../groups/groups.module.ts';
import { MembersModule } from '../members/members.module.ts';
import { RubricsModule } from '../rubrics/rubrics.module.ts';
import { ScoreEntriesModule } from '../score-entries/score-entries.module.ts';
import { RubricPreviewsController } from './rubric-previews.controller.ts';
import { RubricPreviewsService } from './rubric-previews.service.ts';

@Module({ imports: [AssessmentsModule, GroupsModule, MembersModule, RubricsModule, ScoreEntriesModule], controllers: [RubricPreviewsController], providers: [RubricPreviewsService] })
export class RubricPreviewsModule {}
