import { Module } from '@nestjs/common';
import { MembersModule } from '../members/members.module.ts';
import { FilesController } from './files.controller.ts';
import { FilesRepository } from './files.repository.ts';
import { FilesService } from './files.service.ts';

@Module({ imports: [MembersModule], controllers: [FilesController], providers: [FilesRepository, FilesService], exports: [FilesService] })
export class FilesModule {}
