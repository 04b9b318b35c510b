import { Module } from '@nestjs/common';
import { MembersModule } from '../members/members.module.ts';
import { DayExceptionsRepository } from './day-exceptions.repository.ts';
import { DayExceptionsService } from './day-exceptions.service.ts';
import { WorkingDaysController } from './working-days.controller.ts';
import { WorkingDaysService } from './working-days.service.ts';

@Module({
  imports: [MembersModule],
  controllers: [WorkingDaysController],
  providers: [DayExceptionsRepository, DayExceptionsService, WorkingDaysService],
  exports: [DayExceptionsService, WorkingDaysService],
})
export class WorkingDaysModule {}
