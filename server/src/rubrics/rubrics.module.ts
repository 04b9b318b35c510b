import { Module } from '@nestjs/common';
import { RubricsController } from './rubrics.controller.ts';
import { RubricsRepository } from './rubrics.repository.ts';
import { RubricsService } from './rubrics.service.ts';

@Module({ controllers: [RubricsController], providers: [RubricsRepository, RubricsService], exports: [RubricsService] })
export class RubricsModule {}
