import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import type { HostScope, OpenScope, TownScope } from '../platform/access/scope.ts';
import { Database } from '../platform/database/database.ts';
import { marks } from '../platform/database/prepared.ts';
import { WechatBinding } from './wechat-binding.entity.ts';

/** A binding as it is read by the thousand. */
export type Bound = Pick<WechatBinding, 'townId' | 'id' | 'memberId' | 'openidIndex' | 'openidCipher'>;

const boundColumns = 'town_id AS townId, id, member_id AS memberId, openid_index AS openidIndex, openid_cipher AS openidCipher';

@Injectable()
export class BindingsRepository {
  constructor(private readonly database: Database) {}

  /** Whoever uses this WeChat, in any town: asked before the town is known, at login and when WeChat tells of somebody. */
  ofOpenid(_: OpenScope | HostScope, openidIndex: string): Promise<WechatBinding[]> {
    return this.database.rows(WechatBinding).find({ where: { openidIndex, endedAt: IsNull() }, order: { boundAt: 'ASC' } });
  }

  /** The one bound last comes last. */
  ofMembers(scope: TownScope, memberIds: readonly string[]): Promise<Bound[]> {
    const theirs = `town_id = ? AND member_id IN (${marks(memberIds)}) AND ended_at IS NULL`;
    return this.database.run<Bound>(`SELECT ${boundColumns} FROM wechat_bindings WHERE ${theirs} ORDER BY bound_at`, [scope.townId, ...memberIds]);
  }

  /** Binding again what is bound makes it the latest. */
  async upsert(scope: TownScope, binding: Omit<WechatBinding, 'townId'>): Promise<void> {
    const { memberId, openidIndex, openidCipher, boundAt } = binding;
    const key = { townId: scope.townId, memberId, openidIndex };
    if (await this.database.rows(WechatBinding).existsBy(key)) await this.database.rows(WechatBinding).update(key, { openidCipher, boundAt, endedAt: null });
    else await this.database.rows(WechatBinding).insert({ ...binding, townId: scope.townId });
  }

  async reseal({ townId }: TownScope, id: string, openidCipher: string): Promise<void> {
    await this.database.rows(WechatBinding).update({ townId, id }, { openidCipher });
  }

  async resume({ townId }: TownScope, memberId: string, endedAt: number): Promise<void> {
    await this.database.rows(WechatBinding).update({ townId, memberId, endedAt }, { endedAt: null });
  }

  async endAllOf(scope: TownScope, memberId: string, endedAt: number): Promise<void> {
    await this.database.rows(WechatBinding).update({ townId: scope.townId, memberId, endedAt: IsNull() }, { endedAt });
  }
}
