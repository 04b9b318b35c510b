import { Module } from '@nestjs/common';
import { MembersModule } from '../members/members.module.ts';
import { OrganisationController } from './organisation.controller.ts';
import { OrganisationRepository } from './organisation.repository.ts';
import { OrganisationService } from './organisation.service.ts';

@Module({ imports: [MembersModule], controllers: [OrganisationController], providers: [OrganisationRepository, OrganisationService] })
export class OrganisationModule {}
