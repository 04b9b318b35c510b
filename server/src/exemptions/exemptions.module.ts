import { Module } from '@nestjs/common';
import { AttendanceModule } from '../attendance/attendance.module.ts';
import { MembersModule } from '../members/members.module.ts';
import { NoticesModule } from '../notices/notices.module.ts';
import { TownsModule } from '../towns/towns.module.ts';
import { ExemptRollsService } from './exempt-rolls.service.ts';
import { ExemptionDeskService } from './exemption-desk.service.ts';
import { ExemptionNews } from './exemption-news.ts';
import { ExemptionViews } from './exemption-views.ts';
import { ExemptionsController } from './exemptions.controller.ts';
import { ExemptionsRepository } from './exemptions.repository.ts';
import { ExemptionsService } from './exemptions.service.ts';

@Module({
  imports: [AttendanceModule, MembersModule, NoticesModule, TownsModule],
  controllers: [ExemptionsController],
  providers: [ExemptRollsService, ExemptionDeskService, ExemptionNews, ExemptionViews, ExemptionsRepository, ExemptionsService],
  exports: [ExemptionDeskService, ExemptionsService],
})
export class ExemptionsModule {}
