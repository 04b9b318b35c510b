import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import type { HostScope, OpenScope, TownScope } from '../platform/access/scope.ts';
import { Database } from '../platform/database/database.ts';
import { WechatBinding } from './wechat-binding.entity.ts';

@Injectable()
export class BindingsRepository {
  constructor(private readonly database: Database) {}

  /** Whoever uses this WeChat, in any town: asked before the town is known, at login and when WeChat tells of somebody. */
  ofOpenid(_: OpenScope | HostScope, openidIndex: string): Promise<WechatBinding[]> {
    return this.database.rows(WechatBinding).find({ where: { openidIndex, endedAt: IsNull() }, order: { boundAt: 'ASC' } });
  }

  ofMembers(scope: TownScope, memberIds: readonly string[]): Promise<WechatBinding[]> {
    return this.database.rows(WechatBinding).find({ where: { townId: scope.townId, memberId: In([...memberIds]), endedAt: IsNull() }, order: { boundAt: 'ASC' } });
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
