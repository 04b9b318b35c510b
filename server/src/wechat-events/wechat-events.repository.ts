import { Injectable } from '@nestjs/common';
import { In, IsNull, LessThan, LessThanOrEqual, Not } from 'typeorm';
import type { HostScope, OpenScope } from '../platform/access/scope.ts';
import { Database } from '../platform/database/database.ts';
import { WechatEventRow } from './wechat-event.entity.ts';

export interface Turn {
  readonly takenBy: string;
  /** Turns that are over without having given back what they took. */
  readonly lost: readonly string[];
  readonly now: number;
  readonly most: number;
}

@Injectable()
export class WechatEventsRepository {
  constructor(private readonly database: Database) {}

  /** `known`: the same was told before. `replayed`: something else came with this signature. */
  async insert(_: OpenScope, row: WechatEventRow): Promise<'new' | 'known' | 'replayed'> {
    try {
      await this.database.rows(WechatEventRow).insert(row);
      return 'new';
    } catch (error) {
      if (!this.database.isUnique(error)) throw error;
      return (await this.database.rows(WechatEventRow).existsBy({ id: row.id })) ? 'known' : 'replayed';
    }
  }

  /** The turns that hold something now. */
  async turns(_: HostScope): Promise<string[]> {
    const rows = await this.database.rows(WechatEventRow).find({ select: { id: true, takenBy: true }, where: { state: 'waiting', takenBy: Not(IsNull()) } });
    return [...new Set(rows.flatMap(({ takenBy }) => takenBy ?? []))];
  }

  /** The next ones, now this turn's. */
  async take(_: HostScope, { takenBy, lost, now, most }: Turn): Promise<WechatEventRow[]> {
    const rows = this.database.rows(WechatEventRow);
    const free = { state: 'waiting', takenBy: IsNull(), dueAt: LessThanOrEqual(now) } as const;
    const next = await rows.find({ select: { id: true }, where: free, order: { dueAt: 'ASC', id: 'ASC' }, take: most });
    if (next.length > 0) await rows.update({ ...free, id: In(next.map(({ id }) => id)) }, { takenBy });
    if (lost.length > 0) await rows.update({ state: 'waiting', takenBy: In([...lost]) }, { takenBy });
    return rows.find({ where: { state: 'waiting', takenBy }, order: { dueAt: 'ASC', id: 'ASC' } });
  }

  /** Nothing where the turn has lost it meanwhile. */
  async settle(_: HostScope, { id, takenBy }: WechatEventRow, change: Partial<Pick<WechatEventRow, 'state' | 'attempts' | 'dueAt' | 'bodyCipher'>>): Promise<void> {
    await this.database.rows(WechatEventRow).update({ id, takenBy: takenBy ?? IsNull() }, { ...change, takenBy: null });
  }

  async forget(_: HostScope, before: number): Promise<void> {
    await this.database.rows(WechatEventRow).delete({ receivedAt: LessThan(before), state: Not('waiting' as const) });
  }
}
