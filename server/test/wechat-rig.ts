import Fastify from 'fastify';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { newDatabase } from './test-database.ts';
import { sandboxAppId, sandboxAppSecret, sandboxTemplate, startTestSandbox, type Sandbox } from './test-sandbox.ts';
import { Clock } from '../src/platform/clock/clock.ts';
import { Config } from '../src/platform/config/config.ts';
import { createWechatTokens } from '../src/migrations/2026112750001-create-wechat-tokens.ts';
import { Vault } from '../src/platform/crypto/vault.ts';
import type { Database } from '../src/platform/database/database.ts';
import { openDatabase } from '../src/platform/database/open-database.ts';
import { Log } from '../src/platform/log/log.ts';
import { logOptions } from '../src/platform/log/log-options.ts';
import { WechatApis } from '../src/platform/wechat/wechat-apis.ts';
import { WechatToken } from '../src/platform/wechat/wechat-token.entity.ts';
import { WechatTokensRepository } from '../src/platform/wechat/wechat-tokens.repository.ts';
import { WeChat } from '../src/platform/wechat/wechat.ts';

/** What a replica of the adapter may have of its own. */
export interface ReplicaOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** How far its clock is ahead of the others'. */
  readonly aheadMs?: number;
}

export interface Rig {
  readonly wechat: WeChat;
  readonly sandbox: Sandbox;
  readonly log: readonly string[];
  /** Another replica's client of the same WeChat, on the same database. */
  another(options?: ReplicaOptions): Promise<WeChat>;
  /** The rows of the tokens, as a replica reads them. */
  readonly tokens: WechatTokensRepository;
  readonly database: Database;
  pass(ms: number): void;
  close(): Promise<void>;
}

/** The adapter against a WeChat on this machine, both on a clock of the test's own. */
export async function startRig(): Promise<Rig> {
  let now = Date.parse('2026-11-23T08:00:00+08:00');
  const sandbox = await startTestSandbox(() => now);
  const log: string[] = [];
  const sink = new Log(Fastify({ logger: logOptions('debug', { write: (line) => void log.push(line) }) }).log);
  const dataDir = mkdtempSync(path.join(tmpdir(), 'weidangxiao-wechat-'));
  const store = await newDatabase(dataDir);
  const closing: (() => Promise<unknown>)[] = [];
  const replica = async ({ env = onSandbox(sandbox), aheadMs = 0 }: ReplicaOptions = {}): Promise<Pick<Rig, 'wechat' | 'tokens' | 'database'>> => {
    const config = Config.read({ MODE: 'demo', ...keys, ...store.env, ...env });
    const database = await openDatabase(config, { entities: [WechatToken], migrations: [createWechatTokens] }, sink);
    // Outside the demo a clock never looks into the database.
    const clock = await Clock.open(database, false, () => now + aheadMs);
    const tokens = new WechatTokensRepository(database, new Vault(config.dataKeys, config.phoneIndexKey));
    const apis = new WechatApis(config, tokens, clock);
    closing.push(() => apis.onApplicationShutdown().then(() => database.close()));
    return { wechat: new WeChat(config, apis, sink), tokens, database };
  };
  const close = async (): Promise<void> => {
    await Promise.all(closing.map((end) => end()));
    await Promise.all([sandbox.close(), store.drop()]);
    rmSync(dataDir, { recursive: true, force: true });
  };
  const another = async (options?: ReplicaOptions): Promise<WeChat> => (await replica(options)).wechat;
  return { ...(await replica()), sandbox, log, another, pass: (ms) => void (now += ms), close };
}

const keys = { DATA_KEYS: `test:${Buffer.alloc(32, 1).toString('base64')}`, PHONE_INDEX_KEY: Buffer.alloc(32, 2).toString('base64') };

export const onSandbox = ({ url }: Sandbox): Record<string, string> => ({
  WECHAT_APP_ID: sandboxAppId,
  WECHAT_APP_SECRET: sandboxAppSecret,
  WECHAT_THEME_TEMPLATE_ID: sandboxTemplate,
  WECHAT_API_BASE: url,
  WECHAT_TIMEOUT_MS: '1500',
});

export const wechatOff = { WECHAT: 'off' };
