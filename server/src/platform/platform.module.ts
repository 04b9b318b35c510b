import { type DynamicModule, Global, Module, type OnApplicationShutdown } from '@nestjs/common';
import { Clock } from './clock/clock.ts';
import { Config } from './config/config.ts';
import { Vault } from './crypto/vault.ts';
import { Database } from './database/database.ts';
import { openDatabase } from './database/open-database.ts';
import type { Schema } from './database/store.ts';
import { FileStore } from './files/file-store.ts';
import { openFileStore } from './files/open-file-store.ts';
import { HealthService } from './health/health.service.ts';
import { Jobs } from './jobs/jobs.ts';
import { Log } from './log/log.ts';
import { WechatApis } from './wechat/wechat-apis.ts';
import { WechatTokensRepository } from './wechat/wechat-tokens.repository.ts';
import { WeChat } from './wechat/wechat.ts';

export interface Foundations {
  readonly config: Config;
  readonly log: Log;
  readonly schema: Schema;
  /** Epoch ms; replaces the machine's clock in tests. */
  readonly time?: () => number;
}

/** What every noun stands on, injectable everywhere by its class. */
@Global()
@Module({})
export class PlatformModule implements OnApplicationShutdown {
  constructor(private readonly database: Database) {}

  static on({ config, log, schema, time }: Foundations): DynamicModule {
    return {
      module: PlatformModule,
      providers: [
        { provide: Config, useValue: config },
        { provide: Log, useValue: log },
        { provide: Database, useFactory: () => openDatabase(config, schema, log) },
        { provide: Clock, useFactory: (database: Database) => Clock.open(database, config.mode === 'demo', time), inject: [Database] },
        { provide: Vault, useValue: new Vault(config.dataKeys, config.phoneIndexKey) },
        { provide: FileStore, useFactory: () => openFileStore(config) },
        Jobs,
        HealthService,
        WechatTokensRepository,
        WechatApis,
        WeChat,
      ],
      exports: [Config, Log, Database, Clock, Vault, FileStore, Jobs, HealthService, WechatApis, WeChat],
    };
  }

  /** After the last request has been answered. */
  async onApplicationShutdown(): Promise<void> {
    await this.database.close();
  }
}
