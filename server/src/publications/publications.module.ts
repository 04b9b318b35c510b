import { Module } from '@nestjs/common';
import { DoorbellsModule } from '../doorbells/doorbells.module.ts';
import { MembersModule } from '../members/members.module.ts';
import { NoticesModule } from '../notices/notices.module.ts';
import { ScoreAdjustmentsModule } from '../score-adjustments/score-adjustments.module.ts';
import { TownsModule } from '../towns/towns.module.ts';
import { LaterCorrectionsService } from './later-corrections.service.ts';
import { PublicationNewsService } from './publication-news.service.ts';
import { PublicationSheetsService } from './publication-sheets.service.ts';
import { PublicationsController } from './publications.controller.ts';
import { PublicationsRepository } from './publications.repository.ts';
import { PublicationsService } from './publications.service.ts';

@Module({
  imports: [DoorbellsModule, MembersModule, NoticesModule, ScoreAdjustmentsModule, TownsModule],
  controllers: [PublicationsController],
  providers: [LaterCorrectionsService, PublicationNewsService, PublicationSheetsService, PublicationsRepository, PublicationsService],
  exports: [LaterCorrectionsService, PublicationNewsService, PublicationSheetsService, PublicationsService],
})
export class PublicationsModule {}
