import { Injectable } from '@nestjs/common';
import { mostExemptDays } from '@weidangxiao/shared/rules/exemption.ts';
import { addDays } from '@weidangxiao/shared/rules/week.ts';
import { Between, In, IsNull, MoreThanOrEqual } from 'typeorm';
import type { PersonScope, TownScope } from '../platform/access/scope.ts';
import { within } from '../platform/access/within.ts';
import { Database } from '../platform/database/database.ts';
import { Exemption } from './exemption.entity.ts';

export interface ExemptionFilter {
  readonly memberId?: string | undefined;
  readonly groupId?: string | undefined;
  readonly on?: string | undefined;
}

const columns = { town: 'exemption.townId', member: 'exemption.memberId', group: 'exemption.groupId' };

@Injectable()
export class ExemptionsRepository {
  constructor(private readonly database: Database) {}

  one({ townId }: TownScope, id: string): Promise<Exemption | null> {
    return this.database.rows(Exemption).findOneBy({ townId, id });
  }

  byClientId({ townId }: TownScope, createdBy: string, clientId: string): Promise<Exemption | null> {
    return this.database.rows(Exemption).findOneBy({ townId, createdBy, clientId });
  }

  /** Newest first. */
  page(scope: PersonScope, { memberId, groupId, on }: ExemptionFilter, skip: number, take: number): Promise<[Exemption[], number]> {
    const { sql, params } = within(scope, columns);
    const query = this.database.rows(Exemption).createQueryBuilder('exemption').where(sql, params);
    if (memberId) query.andWhere('exemption.memberId = :memberId', { memberId });
    if (groupId) query.andWhere('exemption.groupId = :groupId', { groupId });
    // None lasts longer, so the index of the first days is enough.
    if (on) query.andWhere('exemption.fromDate BETWEEN :oldest AND :on AND exemption.toDate >= :on', { on, oldest: addDays(on, -mostExemptDays) });
    return query.orderBy('exemption.fromDate', 'DESC').addOrderBy('exemption.id', 'DESC').offset(skip).limit(take).getManyAndCount();
  }

  /** Those that touch these days, of these members or of the whole town. */
  touching({ townId }: TownScope, from: string, to: string, memberIds: readonly string[] | null): Promise<Exemption[]> {
    const days = { townId, fromDate: Between(addDays(from, -mostExemptDays), to), toDate: MoreThanOrEqual(from) };
    return this.database.rows(Exemption).find({ where: memberIds ? { ...days, memberId: In([...memberIds]) } : days, order: { fromDate: 'ASC', id: 'ASC' } });
  }

  async insert({ townId }: TownScope, exemption: Exemption): Promise<void> {
    await this.database.rows(Exemption).insert({ ...exemption, townId });
  }

  isKnown(error: unknown): boolean {
    return this.database.isUnique(error, 'uq_exemptions_client');
  }

  async count({ townId }: TownScope, id: string, more: number): Promise<void> {
    if (more !== 0) await this.database.rows(Exemption).increment({ townId, id }, 'settled', more);
  }

  /** Only once: false when somebody else was faster. */
  async end({ townId }: TownScope, id: string, changes: Partial<Exemption>): Promise<boolean> {
    const { affected } = await this.database.rows(Exemption).update({ townId, id, endedAt: IsNull() }, changes);
    return affected === 1;
  }
}
