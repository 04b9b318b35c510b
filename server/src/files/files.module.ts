import { Module } from '@nestjs/common';
import { MembersModule } from '../members/members.module.ts';
import { TownsModule } from '../towns/towns.module.ts';
import { FileReferencesRepository } from './file-references.repository.ts';
import { FilesController } from './files.controller.ts';
import { FilesRepository } from './files.repository.ts';
import { FilesService } from './files.service.ts';
import { OrphanFilesRepository } from './orphan-files.repository.ts';
import { OrphanFilesService } from './orphan-files.service.ts';

@Module({
  imports: [MembersModule, TownsModule],
  controllers: [FilesController],
  providers: [FileReferencesRepository, FilesRepository, FilesService, OrphanFilesRepository, OrphanFilesService],
  exports: [FilesService],
})
export class FilesModule {}
