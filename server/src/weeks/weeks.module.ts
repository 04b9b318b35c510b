import { Module } from '@nestjs/common';
import { ThemesModule } from '../themes/themes.module.ts';
import { WeeksController } from './weeks.controller.ts';
import { WeeksRepository } from './weeks.repository.ts';
import { WeeksService } from './weeks.service.ts';

@Module({ imports: [ThemesModule], controllers: [WeeksController], providers: [WeeksRepository, WeeksService] })
export class WeeksModule {}
