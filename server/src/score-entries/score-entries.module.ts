import { Module } from '@nestjs/common';
import { OpeningEntriesRepository } from './opening-entries.repository.ts';
import { ScoreEntriesRepository } from './score-entries.repository.ts';
import { ScoreEntriesService } from './score-entries.service.ts';

@Module({
  providers: [OpeningEntriesRepository, ScoreEntriesRepository, ScoreEntriesService],
  exports: [ScoreEntriesService],
})
export class ScoreEntriesModule {}
