import { Module } from '@nestjs/common';
import { FilesModule } from '../files/files.module.ts';
import { MembersModule } from '../members/members.module.ts';
import { NoticesModule } from '../notices/notices.module.ts';
import { TownsModule } from '../towns/towns.module.ts';
import { WorkingDaysModule } from '../working-days/working-days.module.ts';
import { ComplaintDeskService } from './complaint-desk.service.ts';
import { ComplaintNews } from './complaint-news.ts';
import { ComplaintPhotosRepository } from './complaint-photos.repository.ts';
import { ComplaintPhotosService } from './complaint-photos.service.ts';
import { ComplaintTraces } from './complaint-traces.ts';
import { ComplaintViews } from './complaint-views.ts';
import { ComplaintsController } from './complaints.controller.ts';
import { ComplaintsRepository } from './complaints.repository.ts';
import { ComplaintsService } from './complaints.service.ts';
import { Receipts } from './receipts.ts';
import { UntracedActs } from './untraced-acts.ts';

const repositories = [ComplaintsRepository, ComplaintPhotosRepository];
const inside = [ComplaintNews, ComplaintTraces, ComplaintViews, Receipts, UntracedActs];

@Module({
  imports: [FilesModule, MembersModule, NoticesModule, TownsModule, WorkingDaysModule],
  controllers: [ComplaintsController],
  providers: [...repositories, ...inside, ComplaintsService, ComplaintPhotosService, ComplaintDeskService],
})
export class ComplaintsModule {}
