import { Module } from '@nestjs/common';
import { FilesModule } from '../files/files.module.ts';
import { MembersModule } from '../members/members.module.ts';
import { ImplementationPlansController } from './implementation-plans.controller.ts';
import { ImplementationPlansRepository } from './implementation-plans.repository.ts';
import { ImplementationPlansService } from './implementation-plans.service.ts';

@Module({ imports: [FilesModule, MembersModule], controllers: [ImplementationPlansController], providers: [ImplementationPlansRepository, ImplementationPlansService] })
export class ImplementationPlansModule {}
