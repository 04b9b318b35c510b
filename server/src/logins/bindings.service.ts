import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { Member } from '../members/member.entity.ts';
import { systemScope } from '../platform/access/mint.ts';
import type { OpenScope, TownScope } from '../platform/access/scope.ts';
import { Clock } from '../platform/clock/clock.ts';
import { type Place, Vault } from '../platform/crypto/vault.ts';
import { BindingsRepository } from './bindings.repository.ts';
import type { WechatBinding } from './wechat-binding.entity.ts';

const openidPlace = (townId: string): Place => ({ townId, column: 'wechat_bindings.openid_cipher' });

/** Which WeChat belongs to which member. */
@Injectable()
export class BindingsService {
  constructor(
    private readonly bindings: BindingsRepository,
    private readonly vault: Vault,
    private readonly clock: Clock,
  ) {}

  ofOpenid(scope: OpenScope, openid: string): Promise<WechatBinding[]> {
    return this.bindings.ofOpenid(scope, this.vault.openIdIndex(openid));
  }

  /** Where to ring: the latest bound openid of each of these members; whoever has none is left out. */
  async openIdsOf(scope: TownScope, memberIds: readonly string[]): Promise<Map<string, string>> {
    if (memberIds.length === 0) return new Map();
    const rows = await this.bindings.ofMembers(scope, memberIds);
    return new Map(rows.map(({ townId, memberId, openidCipher }) => [memberId, this.vault.open(openidCipher, openidPlace(townId))]));
  }

  async boundAmong(scope: TownScope, memberIds: readonly string[]): Promise<Set<string>> {
    if (memberIds.length === 0) return new Set();
    return new Set((await this.bindings.ofMembers(scope, memberIds)).map(({ memberId }) => memberId));
  }

  /** Call inside a unit of work. */
  async bind({ townId, id }: Member, openid: string): Promise<void> {
    const scope = systemScope(townId, 'binding');
    const openidCipher = this.vault.seal(openid, openidPlace(townId));
    await this.bindings.upsert(scope, { id: randomUUID(), memberId: id, openidIndex: this.vault.openIdIndex(openid), openidCipher, boundAt: this.clock.real(), endedAt: null });
  }

  /** Call inside a unit of work. */
  endAllOf(scope: TownScope, memberId: string): Promise<void> {
    return this.bindings.endAllOf(scope, memberId, this.clock.real());
  }
}
