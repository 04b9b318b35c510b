import { Module } from '@nestjs/common';
import { LessonsModule } from '../lessons/lessons.module.ts';
import { ThemesModule } from '../themes/themes.module.ts';
import { TownsModule } from '../towns/towns.module.ts';
import { WeeksController } from './weeks.controller.ts';
import { WeeksService } from './weeks.service.ts';

@Module({ imports: [LessonsModule, ThemesModule, TownsModule], controllers: [WeeksController], providers: [WeeksService] })
export class WeeksModule {}
