import { Module } from '@nestjs/common';
import { FilesModule } from '../files/files.module.ts';
import { MembersModule } from '../members/members.module.ts';
import { NoticesModule } from '../notices/notices.module.ts';
import { ThemesModule } from '../themes/themes.module.ts';
import { CheckInIntakeService } from './check-in-intake.service.ts';
import { CheckInNews } from './check-in-news.ts';
import { CheckInViews } from './check-in-views.ts';
import { CheckInsController } from './check-ins.controller.ts';
import { CheckInsMonthRepository } from './check-ins-month.repository.ts';
import { CheckInsMonthService } from './check-ins-month.service.ts';
import { CheckInsRepository } from './check-ins.repository.ts';
import { CheckInsService } from './check-ins.service.ts';
import { LateCheckInsService } from './late-check-ins.service.ts';

@Module({
  imports: [FilesModule, MembersModule, NoticesModule, ThemesModule],
  controllers: [CheckInsController],
  providers: [CheckInIntakeService, CheckInNews, CheckInsMonthRepository, CheckInsMonthService, CheckInsRepository, CheckInsService, CheckInViews, LateCheckInsService],
  exports: [CheckInsMonthService, CheckInsService],
})
export class CheckInsModule {}
