import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { Vault } from '../crypto/vault.ts';
import { Database } from '../database/database.ts';
import { WechatToken } from './wechat-token.entity.ts';

export interface SharedToken {
  /** Null where none came yet, or where the key that sealed it is gone: then a new one is asked for. */
  readonly token: string | null;
  readonly version: number;
  readonly endsAt: number;
  readonly askedBy: string | null;
}

/** The tokens as all replicas see them. Every change is conditional on what its writer has seen, so two never both win. */
@Injectable()
export class WechatTokensRepository {
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
  ) {}

  async find(appId: string): Promise<SharedToken> {
    const row = await this.database.rows(WechatToken).findOneBy({ id: appId });
    if (!row) return { token: null, version: 0, endsAt: 0, askedBy: null };
    return { ...row, token: row.tokenCipher && this.opened(appId, row.tokenCipher) };
  }

  /** The right to ask for the successor of `seen`, taken from whoever held it when it was seen. False when another was faster. */
  async claim(appId: string, seen: SharedToken, askedBy: string): Promise<boolean> {
    return this.database.write(async () => {
      if (seen.version === 0 && seen.askedBy === null && (await this.insert(appId, askedBy))) return true;
      const asSeen = { id: appId, version: seen.version, askedBy: seen.askedBy ?? IsNull() };
      return (await this.database.rows(WechatToken).update(asSeen, { askedBy })).affected === 1;
    });
  }

  /** Puts the successor in place. False when the right was taken away meanwhile. */
  async replace(appId: string, askedBy: string, fresh: Pick<SharedToken, 'token' | 'version' | 'endsAt'>): Promise<boolean> {
    const tokenCipher = this.vault.seal(fresh.token ?? '', placeOf(appId));
    const { version, endsAt } = fresh;
    return this.database.write(async () => (await this.database.rows(WechatToken).update({ id: appId, askedBy }, { tokenCipher, version, endsAt, askedBy: null })).affected === 1);
  }

  /** Gives the right back without a successor. */
  async release(appId: string, askedBy: string): Promise<void> {
    await this.database.write(() => this.database.rows(WechatToken).update({ id: appId, askedBy }, { askedBy: null }));
  }

  private async insert(id: string, askedBy: string): Promise<boolean> {
    try {
      await this.database.rows(WechatToken).insert({ id, tokenCipher: null, version: 0, endsAt: 0, askedBy });
      return true;
    } catch (error) {
      if (this.database.isUnique(error, 'pk_wechat_tokens')) return false;
      throw error;
    }
  }

  private opened(appId: string, sealed: string): string | null {
    try {
      return this.vault.open(sealed, placeOf(appId));
    } catch {
      return null;
    }
  }
}

/** Belongs to no town: bound to its app instead. */
const placeOf = (appId: string): { townId: string; column: string } => ({ townId: appId, column: 'wechat_tokens.token_cipher' });
