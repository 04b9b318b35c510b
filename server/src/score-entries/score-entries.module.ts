import { Module } from '@nestjs/common';
import { AssessmentMonthsModule } from '../assessment-months/assessment-months.module.ts';
import { FilesModule } from '../files/files.module.ts';
import { GroupsModule } from '../groups/groups.module.ts';
import { MembersModule } from '../members/members.module.ts';
import { NoticesModule } from '../notices/notices.module.ts';
import { RubricsModule } from '../rubrics/rubrics.module.ts';
import { TownsModule } from '../towns/towns.module.ts';
import { EntryFilesService } from './entry-files.service.ts';
import { EntryMonthsService } from './entry-months.service.ts';
import { LaterPoorsSourceService } from './later-poors-source.service.ts';
import { SummedYearsService } from './summed-years.service.ts';
import { OpeningDeskService } from './opening-desk.service.ts';
import { OpeningEntriesController } from './opening-entries.controller.ts';
import { OpeningEntriesRepository } from './opening-entries.repository.ts';
import { OpeningImportsService } from './opening-imports.service.ts';
import { OpeningMonthsService } from './opening-months.service.ts';
import { ScoreEntriesController } from './score-entries.controller.ts';
import { ScoreEntriesRepository } from './score-entries.repository.ts';
import { ScoreEntriesService } from './score-entries.service.ts';
import { ScoreEntryDeskService } from './score-entry-desk.service.ts';
import { ScoreEntryIntakeService } from './score-entry-intake.service.ts';
import { ScoreEntryNews } from './score-entry-news.ts';
import { ScoreEntryViews } from './score-entry-views.ts';
import { ScoreProposalsRepository } from './score-proposals.repository.ts';
import { ScoreProposalsService } from './score-proposals.service.ts';

const repositories = [OpeningEntriesRepository, ScoreEntriesRepository, ScoreProposalsRepository];
const inside = [EntryFilesService, EntryMonthsService, OpeningDeskService, OpeningImportsService, OpeningMonthsService, ScoreEntryDeskService, ScoreEntryIntakeService, ScoreEntryNews, ScoreEntryViews, ScoreProposalsService];

@Module({
  imports: [AssessmentMonthsModule, FilesModule, GroupsModule, MembersModule, NoticesModule, RubricsModule, TownsModule],
  controllers: [OpeningEntriesController, ScoreEntriesController],
  providers: [...repositories, ...inside, LaterPoorsSourceService, SummedYearsService, ScoreEntriesService],
  exports: [LaterPoorsSourceService, SummedYearsService, ScoreEntriesService],
})
export class ScoreEntriesModule {}
