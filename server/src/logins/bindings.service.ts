import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { Member } from '../members/member.entity.ts';
import { systemScope } from '../platform/access/mint.ts';
import type { HostScope, OpenScope, TownScope } from '../platform/access/scope.ts';
import { Clock } from '../platform/clock/clock.ts';
import { type Place, Vault } from '../platform/crypto/vault.ts';
import { Log } from '../platform/log/log.ts';
import { BindingsRepository, type Bound } from './bindings.repository.ts';
import type { WechatBinding } from './wechat-binding.entity.ts';

const openidPlace = (townId: string): Place => ({ townId, column: 'wechat_bindings.openid_cipher' });

/** Which WeChat belongs to which member. */
@Injectable()
export class BindingsService {
  constructor(
    private readonly bindings: BindingsRepository,
    private readonly vault: Vault,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  ofOpenid(scope: OpenScope | HostScope, openid: string): Promise<WechatBinding[]> {
    return this.bindings.ofOpenid(scope, this.vault.openIdIndex(openid));
  }

  /**
   * Where to ring: the latest bound openid of each of these members; whoever has none is left out. Null where it cannot
   * be read, because its key is gone: one such row keeps no other phone from ringing.
   */
  async openIdsOf(scope: TownScope, memberIds: readonly string[]): Promise<Map<string, string | null>> {
    if (memberIds.length === 0) return new Map();
    const rows = await this.bindings.ofMembers(scope, memberIds);
    return new Map(rows.map((row) => [row.memberId, this.read(row)]));
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

  /** With each login: what an old key sealed, or a lost one, is sealed again. Call inside a unit of work. */
  async renew({ townId, id }: Member, openid: string): Promise<void> {
    const scope = systemScope(townId, 'binding');
    const index = this.vault.openIdIndex(openid);
    const row = (await this.bindings.ofMembers(scope, [id])).find(({ openidIndex }) => openidIndex === index);
    const isFresh = !row || (!this.vault.isStale(row.openidCipher) && this.read(row) !== null);
    if (!isFresh) await this.bindings.reseal(scope, row.id, this.vault.seal(openid, openidPlace(townId)));
  }

  private read({ townId, id, openidCipher }: Bound): string | null {
    try {
      return this.vault.open(openidCipher, openidPlace(townId));
    } catch (error) {
      this.log.error('A binding cannot be read', { townId, bindingId: id, error });
      return null;
    }
  }

  /** Consent was given again after it was taken back at that moment: what ended then goes on. Call inside a unit of work. */
  resume(scope: TownScope, memberId: string, endedAt: number): Promise<void> {
    return this.bindings.resume(scope, memberId, endedAt);
  }

  /** Call inside a unit of work. */
  endAllOf(scope: TownScope, memberId: string, at = this.clock.real()): Promise<void> {
    return this.bindings.endAllOf(scope, memberId, at);
  }
}
