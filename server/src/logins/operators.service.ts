import { Injectable } from '@nestjs/common';
import { AppError } from '@weidangxiao/shared/errors.ts';
import { randomUUID } from 'node:crypto';
import { RolesService } from '../members/roles.service.ts';
import { Acts } from '../platform/access/acts.ts';
import { hostScope, systemScope } from '../platform/access/mint.ts';
import { Clock } from '../platform/clock/clock.ts';
import { TownsService } from '../towns/towns.service.ts';
import { LoginsRepository } from './logins.repository.ts';
import type { Operator } from './operator.entity.ts';
import { SecretsService } from './secrets.service.ts';

/** What the host does from the command line: nobody is locked out for good. */
@Injectable()
export class OperatorsService {
  constructor(
    private readonly rows: LoginsRepository,
    private readonly secrets: SecretsService,
    private readonly towns: TownsService,
    private readonly roles: RolesService,
    private readonly acts: Acts,
    private readonly clock: Clock,
  ) {}

  /** The operator of that name, made when there is none. */
  async named(name: string): Promise<Operator> {
    const known = await this.rows.operatorNamed(name);
    if (known) return known;
    const operator = { id: randomUUID(), name, createdAt: this.clock.real() };
    await this.acts.perform(hostScope(), () => this.rows.insertOperator(operator), { act: 'operator.created', target: operator.id });
    return operator;
  }

  /** A one-time link for an operator. */
  async linkFor(name: string): Promise<{ secret: string; expiresAt: number }> {
    const { id } = await this.named(name);
    return this.acts.perform(hostScope(id), () => this.secrets.make(hostScope(id), 'link', { operatorId: id }), { act: 'link.made', target: id });
  }

  /** A one-time link for a town's admin: WeChat is down, a phone is lost. The first admin found, or the one given. */
  async linkForAdmin(townCode: string, memberId?: string): Promise<{ secret: string; expiresAt: number }> {
    const town = await this.towns.byCode(townCode);
    if (!town) throw new AppError('NOT_FOUND', { field: 'town' });
    const scope = systemScope(town.id, 'operator-command');
    const admins = await this.roles.holders(scope, 'admin');
    const admin = memberId ? admins.find((id) => id === memberId) : admins[0];
    if (!admin) throw new AppError('NOT_FOUND', { field: 'admin' });
    return this.acts.perform(scope, () => this.secrets.make(scope, 'link', { townId: town.id, memberId: admin }), { act: 'link.made', target: admin });
  }
}
