import { Module } from '@nestjs/common';
import { AssessmentMonthsModule } from '../assessment-months/assessment-months.module.ts';
import { ExemptionsModule } from '../exemptions/exemptions.module.ts';
import { GroupsModule } from '../groups/groups.module.ts';
import { MembersModule } from '../members/members.module.ts';
import { RubricsModule } from '../rubrics/rubrics.module.ts';
import { TownsModule } from '../towns/towns.module.ts';
import { BallotsController } from './ballots.controller.ts';
import { BallotsService } from './ballots.service.ts';
import { CirclesService } from './circles.service.ts';
import { JointVotesRepository } from './joint-votes.repository.ts';
import { PaperBoxesRepository } from './paper-boxes.repository.ts';
import { PaperBoxesService } from './paper-boxes.service.ts';
import { PaperCountsService } from './paper-counts.service.ts';
import { VoteOpeningsService } from './vote-openings.service.ts';
import { VoteProgressService } from './vote-progress.service.ts';
import { VotersService } from './voters.service.ts';
import { VotesRepository } from './votes.repository.ts';

@Module({
  imports: [AssessmentMonthsModule, ExemptionsModule, GroupsModule, MembersModule, RubricsModule, TownsModule],
  controllers: [BallotsController],
  providers: [BallotsService, CirclesService, JointVotesRepository, PaperBoxesRepository, PaperBoxesService, PaperCountsService, VoteOpeningsService, VoteProgressService, VotersService, VotesRepository],
  exports: [BallotsService, VoteProgressService],
})
export class BallotsModule {}
