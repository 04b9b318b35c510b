import { Controller } from '@nestjs/common';
import type { Answer, Input } from '@weidangxiao/shared/contract/all.ts';
import { By, In } from '../platform/access/request.ts';
import type { WholeTownScope } from '../platform/access/scope.ts';
import { Serves } from '../platform/access/serves.ts';
import { AuditService } from './audit.service.ts';

@Controller()
export class AuditController {
  constructor(private readonly audit: AuditService) {}

  @Serves('listAuditRows')
  list(@By() scope: WholeTownScope, @In() { query }: Input<'listAuditRows'>): Promise<Answer<'listAuditRows'>> {
    return this.audit.list(scope, query);
  }
}
