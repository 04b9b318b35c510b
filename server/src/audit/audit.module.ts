import { Module } from '@nestjs/common';
import { MembersModule } from '../members/members.module.ts';
import { AuditController } from './audit.controller.ts';
import { AuditRepository } from './audit.repository.ts';
import { AuditService } from './audit.service.ts';

@Module({ imports: [MembersModule], controllers: [AuditController], providers: [AuditRepository, AuditService] })
export class AuditModule {}
