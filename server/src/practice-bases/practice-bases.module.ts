import { Module } from '@nestjs/common';
import { GroupsModule } from '../groups/groups.module.ts';
import { MembersModule } from '../members/members.module.ts';
import { PracticeBasesController } from './practice-bases.controller.ts';
import { PracticeBasesRepository } from './practice-bases.repository.ts';
import { PracticeBasesService } from './practice-bases.service.ts';

@Module({
  imports: [GroupsModule, MembersModule],
  controllers: [PracticeBasesController],
  providers: [PracticeBasesRepository, PracticeBasesService],
  exports: [PracticeBasesService],
})
export class PracticeBasesModule {}
