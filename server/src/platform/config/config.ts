import type { DoorbellKind } from '@weidangxiao/shared/rules/doorbell-round.ts';
import path from 'node:path';
import type { DataKey } from '../crypto/vault.ts';
import { type DatabaseAddress, databaseAddress } from './database-url.ts';
import { demoKeys } from './demo-keys.ts';
import { databaseUrl, faultsBetween, usesWechat } from './rules.ts';
import { environment, type Environment, variables } from './variables.ts';
import { webRoot } from './web-root.ts';

export type LogLevel = Environment['LOG_LEVEL'];

export type DatabaseConfig =
  | { readonly engine: 'sqlite'; readonly file: string }
  | ({ readonly engine: 'mariadb' | 'mysql'; readonly connections: number } & DatabaseAddress);

/** A subscription message as the host chose it in WeChat's console: its field names, and what each of them says here. */
export interface Template {
  readonly id: string;
  readonly fields: Environment['WECHAT_THEME_TEMPLATE_FIELDS'];
}

export interface WechatConfig {
  readonly appId: string;
  readonly appSecret: string;
  readonly apiBase: string;
  /** Only of the kinds that the host has a template for. */
  readonly templates: Partial<Record<DoorbellKind, Template>>;
  readonly messageState: Environment['WECHAT_MESSAGE_STATE'];
  readonly timeoutMs: number;
  /** The message push of the mini-program; null where the host has not set it up. */
  readonly push: { readonly token: string; readonly aesKey: Buffer | null } | null;
}

/** A bucket of a store that speaks S3's protocol. */
export interface BucketConfig {
  readonly endpoint: string;
  readonly bucket: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** The bucket in the path of an address rather than in its host. */
  readonly pathStyle: boolean;
}

/** The validated configuration; times in ms. Inject it by its class. */
export class Config {
  readonly mode!: 'demo' | 'production';
  readonly port!: number;
  readonly host!: string;
  /** Without a slash at its end. */
  readonly publicUrl!: string;
  readonly trustProxy!: Environment['TRUST_PROXY'];
  readonly dataDir!: string;
  /** Where files go; null for `dataDir`. */
  readonly bucket!: BucketConfig | null;
  readonly webRoot!: string;
  readonly database!: DatabaseConfig;
  /** Behind WeChat's own gateway. */
  readonly cloudRun!: boolean;
  readonly lockWaitMs!: number;
  readonly redisUrl!: string | null;
  readonly dataKeys!: readonly DataKey[];
  readonly phoneIndexKey!: Buffer;
  /** Null where WeChat is off. */
  readonly wechat!: WechatConfig | null;
  readonly sandboxUrl!: string | null;
  readonly doorbellLeaseMs!: number;
  readonly doorbellLanes!: number;
  /** Messages a second of all replicas; 0 for no limit. */
  readonly doorbellRate!: number;
  readonly rateLimitFactor!: number;
  readonly logLevel!: LogLevel;

  private constructor(values: Config) {
    Object.assign(this, values);
  }

  /** @throws ConfigFaults that lists everything wrong with the environment. */
  static read(env: Readonly<Record<string, string | undefined>>): Config {
    const known = Object.entries(env).filter(([name, value]) => name in variables && value?.trim());
    const parsed = environment.safeParse(Object.fromEntries(known.map(([name, value]) => [name, value?.trim()])));
    if (!parsed.success) throw new ConfigFaults(parsed.error.issues.map((issue) => `${String(issue.path[0])}: ${issue.message}`));
    const faults = faultsBetween(parsed.data);
    if (faults.length > 0) throw new ConfigFaults(faults);
    return new Config(settle(withKeys(parsed.data)));
  }
}

/** Everything that is wrong with the configuration, one line each. */
export class ConfigFaults extends Error {
  constructor(readonly faults: readonly string[]) {
    super(`The configuration has ${faults.length === 1 ? 'a fault' : `${faults.length} faults`}:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
    this.name = 'ConfigFaults';
  }
}

type Keyed = Environment & Required<Pick<Environment, 'DATA_KEYS' | 'PHONE_INDEX_KEY'>>;

function withKeys(env: Environment): Keyed {
  const { DATA_KEYS, PHONE_INDEX_KEY } = env;
  if (DATA_KEYS && PHONE_INDEX_KEY) return { ...env, DATA_KEYS, PHONE_INDEX_KEY };
  const kept = demoKeys(path.resolve(env.DATA_DIR));
  return {
    ...env,
    DATA_KEYS: DATA_KEYS ?? variables.DATA_KEYS.unwrap().parse(kept.dataKeys),
    PHONE_INDEX_KEY: PHONE_INDEX_KEY ?? variables.PHONE_INDEX_KEY.unwrap().parse(kept.phoneIndexKey),
  };
}

function settle(env: Keyed): Config {
  const dataDir = path.resolve(env.DATA_DIR);
  return {
    mode: env.MODE,
    port: env.PORT,
    host: env.HOST ?? (env.MODE === 'demo' ? '127.0.0.1' : '0.0.0.0'),
    publicUrl: env.PUBLIC_URL ?? `http://127.0.0.1:${env.PORT}`,
    trustProxy: env.TRUST_PROXY,
    dataDir,
    bucket: bucketOf(env),
    webRoot: env.WEB_ROOT ? path.resolve(env.WEB_ROOT) : webRoot(),
    database: databaseOf(env, dataDir),
    cloudRun: env.CLOUDRUN === 'on',
    lockWaitMs: env.LOCK_WAIT_MS,
    redisUrl: env.REDIS_URL ?? null,
    dataKeys: env.DATA_KEYS,
    phoneIndexKey: env.PHONE_INDEX_KEY,
    wechat: wechatOf(env),
    sandboxUrl: env.SANDBOX_URL ?? null,
    doorbellLeaseMs: env.DOORBELL_LEASE_MS,
    doorbellLanes: env.DOORBELL_LANES,
    doorbellRate: env.DOORBELL_RATE,
    rateLimitFactor: env.RATE_LIMIT_FACTOR,
    logLevel: env.LOG_LEVEL,
  };
}

function bucketOf({ S3_ENDPOINT, S3_BUCKET, S3_REGION, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY, S3_PATH_STYLE }: Environment): BucketConfig | null {
  if (!S3_ENDPOINT || !S3_BUCKET || !S3_ACCESS_KEY_ID || !S3_SECRET_ACCESS_KEY) return null;
  const keys = { accessKeyId: S3_ACCESS_KEY_ID, secretAccessKey: S3_SECRET_ACCESS_KEY };
  return { endpoint: S3_ENDPOINT, bucket: S3_BUCKET, region: S3_REGION, ...keys, pathStyle: S3_PATH_STYLE === 'on' };
}

function databaseOf(env: Environment, dataDir: string): DatabaseConfig {
  const url = databaseUrl(env);
  const { DATABASE_POOL: connections } = env;
  // mysql2 knows only the one protocol name.
  const address = url ? databaseAddress(url.replace(/^mariadb:/, 'mysql:')) : null;
  if (!url || !address) return { engine: 'sqlite', file: path.join(dataDir, 'weidangxiao.sqlite') };
  return { engine: url.startsWith('mysql:') ? 'mysql' : 'mariadb', ...address, connections };
}

function wechatOf(env: Environment): WechatConfig | null {
  if (!usesWechat(env)) return null;
  return {
    appId: env.WECHAT_APP_ID ?? '',
    appSecret: env.WECHAT_APP_SECRET ?? '',
    apiBase: env.WECHAT_API_BASE,
    templates: templatesOf(env),
    messageState: env.WECHAT_MESSAGE_STATE,
    timeoutMs: env.WECHAT_TIMEOUT_MS,
    push: env.WECHAT_PUSH_TOKEN ? { token: env.WECHAT_PUSH_TOKEN, aesKey: env.WECHAT_PUSH_AES_KEY ?? null } : null,
  };
}

function templatesOf(env: Environment): WechatConfig['templates'] {
  const all = {
    theme: { id: env.WECHAT_THEME_TEMPLATE_ID, fields: env.WECHAT_THEME_TEMPLATE_FIELDS },
    check_in_reminder: { id: env.WECHAT_REMINDER_TEMPLATE_ID, fields: env.WECHAT_REMINDER_TEMPLATE_FIELDS },
    session_reminder: { id: env.WECHAT_SESSION_TEMPLATE_ID, fields: env.WECHAT_SESSION_TEMPLATE_FIELDS },
    month_published: { id: env.WECHAT_MONTH_TEMPLATE_ID, fields: env.WECHAT_MONTH_TEMPLATE_FIELDS },
    objection_answered: { id: env.WECHAT_OBJECTION_TEMPLATE_ID, fields: env.WECHAT_OBJECTION_TEMPLATE_FIELDS },
  } satisfies Record<DoorbellKind, { id: string | undefined; fields: Template['fields'] }>;
  return Object.fromEntries(Object.entries(all).flatMap(([kind, { id, fields }]) => (id ? [[kind, { id, fields }]] : [])));
}
