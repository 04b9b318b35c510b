import { Module } from '@nestjs/common';
import { GroupsModule } from '../groups/groups.module.ts';
import { MembersModule } from '../members/members.module.ts';
import { TownsController } from './towns.controller.ts';
import { TownsRepository } from './towns.repository.ts';
import { TownsService } from './towns.service.ts';

@Module({
  imports: [GroupsModule, MembersModule],
  controllers: [TownsController],
  providers: [TownsRepository, TownsService],
  exports: [TownsService],
})
export class TownsModule {}
