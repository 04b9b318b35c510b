import { Module } from '@nestjs/common';
import { FilesModule } from '../files/files.module.ts';
import { LessonImportsController } from './lesson-imports.controller.ts';
import { LessonImportsService } from './lesson-imports.service.ts';

@Module({ imports: [FilesModule], controllers: [LessonImportsController], providers: [LessonImportsService] })
export class LessonImportsModule {}
