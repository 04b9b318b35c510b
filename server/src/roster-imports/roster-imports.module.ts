import { Module } from '@nestjs/common';
import { GroupsModule } from '../groups/groups.module.ts';
import { MembersModule } from '../members/members.module.ts';
import { TownsModule } from '../towns/towns.module.ts';
import { OldRosters } from './old-rosters.ts';
import { RosterConfirmationService } from './roster-confirmation.service.ts';
import { RosterImportsController } from './roster-imports.controller.ts';
import { RosterImportsRepository } from './roster-imports.repository.ts';
import { RosterImportsService } from './roster-imports.service.ts';
import { RosterSheetsService } from './roster-sheets.service.ts';
import { RosterWithdrawalService } from './roster-withdrawal.service.ts';
import { TownPictureService } from './town-picture.service.ts';

/** Excel rosters: read, judged, corrected, written, and taken back. */
@Module({
  imports: [GroupsModule, MembersModule, TownsModule],
  controllers: [RosterImportsController],
  providers: [OldRosters, RosterConfirmationService, RosterImportsRepository, RosterImportsService, RosterSheetsService, RosterWithdrawalService, TownPictureService],
})
export class RosterImportsModule {}
