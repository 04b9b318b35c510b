import { Module } from '@nestjs/common';
import { ThemesModule } from '../themes/themes.module.ts';
import { TownsModule } from '../towns/towns.module.ts';
import { WeekCodesService } from './week-codes.service.ts';
import { WeeksController } from './weeks.controller.ts';
import { WeeksRepository } from './weeks.repository.ts';
import { WeeksService } from './weeks.service.ts';

@Module({ imports: [ThemesModule, TownsModule], controllers: [WeeksController], providers: [WeekCodesService, WeeksRepository, WeeksService] })
export class WeeksModule {}
