import { Module } from '@nestjs/common';
import { DayExceptionsRepository } from './day-exceptions.repository.ts';
import { WorkingDaysService } from './working-days.service.ts';

@Module({ providers: [DayExceptionsRepository, WorkingDaysService], exports: [WorkingDaysService] })
export class WorkingDaysModule {}
