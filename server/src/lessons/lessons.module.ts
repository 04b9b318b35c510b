import { Module } from '@nestjs/common';
import { FilesModule } from '../files/files.module.ts';
import { LessonAuthorsRepository } from './lesson-authors.repository.ts';
import { LessonDeskService } from './lesson-desk.service.ts';
import { LessonsController } from './lessons.controller.ts';
import { LessonsRepository } from './lessons.repository.ts';
import { LessonsService } from './lessons.service.ts';

@Module({
  imports: [FilesModule],
  controllers: [LessonsController],
  providers: [LessonAuthorsRepository, LessonDeskService, LessonsRepository, LessonsService],
  exports: [LessonDeskService, LessonsService],
})
export class LessonsModule {}
