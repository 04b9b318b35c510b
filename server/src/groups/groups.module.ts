import { Module } from '@nestjs/common';
import { GroupsRepository } from './groups.repository.ts';
import { GroupsService } from './groups.service.ts';

@Module({ providers: [GroupsRepository, GroupsService], exports: [GroupsService] })
export class GroupsModule {}
