import { Module } from '@nestjs/common';
import { GroupsModule } from '../groups/groups.module.ts';
import { LoginsModule } from '../logins/logins.module.ts';
import { MembersModule } from '../members/members.module.ts';
import { GroupDeskService } from './group-desk.service.ts';
import { GroupsController } from './groups.controller.ts';
import { RosterController } from './roster.controller.ts';
import { RosterService } from './roster.service.ts';

@Module({
  imports: [GroupsModule, LoginsModule, MembersModule],
  controllers: [GroupsController, RosterController],
  providers: [GroupDeskService, RosterService],
})
export class RosterModule {}
