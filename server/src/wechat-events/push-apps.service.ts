import { Injectable } from '@nestjs/common';
import { Config } from '../platform/config/config.ts';

/** An app that WeChat pushes messages for: its token and, in secure mode, its key of 32 bytes. */
export interface PushApp {
  readonly appId: string;
  readonly token: string;
  readonly aesKey: Buffer | null;
}

export type PushAppLookup = (appId: string) => Promise<PushApp | null>;

/** Who may push here: the mini-program of this deployment, and whatever apps other nouns know. */
@Injectable()
export class PushApps {
  private readonly lookups: PushAppLookup[] = [];

  constructor(private readonly config: Config) {}

  /** Call in a provider's `onModuleInit`. */
  add(lookup: PushAppLookup): void {
    this.lookups.push(lookup);
  }

  /** Null stands for the mini-program. Null where nobody knows it, or where its push is not set up. */
  async of(appId: string | null): Promise<PushApp | null> {
    const { wechat } = this.config;
    if (appId === null || appId === wechat?.appId) return wechat?.push ? { appId: wechat.appId, ...wechat.push } : null;
    for (const lookup of this.lookups) {
      const found = await lookup(appId);
      if (found) return found;
    }
    return null;
  }
}
