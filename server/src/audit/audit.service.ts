import { Injectable } from '@nestjs/common';
import type { Answer, Input } from '@weidangxiao/shared/contract/all.ts';
import { MembersService } from '../members/members.service.ts';
import type { WholeTownScope } from '../platform/access/scope.ts';
import { AuditRepository } from './audit.repository.ts';

@Injectable()
export class AuditService {
  constructor(
    private readonly rows: AuditRepository,
    private readonly members: MembersService,
  ) {}

  async list(scope: WholeTownScope, { page, pageSize, act }: Input<'listAuditRows'>['query']): Promise<Answer<'listAuditRows'>> {
    const [rows, total] = await this.rows.page(scope, act, (page - 1) * pageSize, pageSize);
    const people = await this.members.people(scope, rows.map(({ actor }) => memberIdOf(actor)));
    const items = rows.map(({ actor, ...row }) => ({ ...row, by: people.get(memberIdOf(actor) ?? '')?.name ?? actor }));
    return { items, page, pageSize, total };
  }
}

function memberIdOf(actor: string): string | null {
  return actor.startsWith('member:') ? actor.slice('member:'.length) : null;
}
