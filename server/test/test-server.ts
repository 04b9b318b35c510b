import 'reflect-metadata';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createApp } from '../src/app.ts';
import { Config } from '../src/platform/config/config.ts';
import { Jobs } from '../src/platform/jobs/jobs.ts';
import { Api } from './api.ts';
import { Factory } from './factory.ts';
import { sandboxAppId, sandboxAppSecret, sandboxTemplate, startTestSandbox, type Sandbox } from './test-sandbox.ts';
import { pushToken } from './wechat-push.ts';
import { newDatabase, type TestDatabase } from './test-database.ts';

export interface TestServerOptions {
  /** Business time at the start, ISO with offset; a Tuesday afternoon unless told. */
  readonly now?: string;
  /** Start a WeChat beside the server. Without it WeChat is off. */
  readonly wechat?: boolean;
  /** More environment, as a host would set it. */
  readonly env?: Readonly<Record<string, string>>;
  /** Another server on the database (and the WeChat) of this one: a second replica. */
  readonly beside?: TestServer;
}

const defaultNow = '2026-11-24T15:00:00+08:00';

/** A whole server on a real port and a database of its own, on the engine that TEST_DATABASE names; jobs run only when told. */
export interface TestServer {
  readonly url: string;
  readonly app: NestFastifyApplication;
  readonly api: Api;
  readonly make: Factory;
  /** Only with `wechat`. */
  readonly sandbox: Sandbox;
  readonly database: TestDatabase;
  /** Lines of the log, as JSON text. */
  readonly log: readonly string[];
  /** A provider by its class. */
  get<T>(provider: abstract new (...args: never[]) => T): T;
  /** Sets the clock, both business and real time. ISO with offset, or epoch ms. */
  at(instant: string | number): void;
  now(): number;
  /** Runs a job once and waits for it. */
  runJob(name: string): Promise<void>;
  close(): Promise<void>;
}

export async function startTestServer(options: TestServerOptions = {}): Promise<TestServer> {
  const clock = options.beside ? clockOf(options.beside) : { now: Date.parse(options.now ?? defaultNow) };
  const dataDir = mkdtempSync(path.join(tmpdir(), 'weidangxiao-server-'));
  const sandbox = options.beside?.sandbox ?? (options.wechat ? await startTestSandbox(() => clock.now) : null);
  const database = options.beside?.database ?? (await newDatabase(dataDir));
  const log: string[] = [];
  const config = Config.read({ ...environment(dataDir, sandbox), ...database.env, ...options.env });
  const app = await createApp(config, { jobs: false, time: () => clock.now, logStream: { write: (line) => void log.push(line) } });
  await app.listen(0, '127.0.0.1');
  const { port } = app.getHttpServer().address() as { port: number };
  const url = `http://127.0.0.1:${port}`;
  const api = new Api(url);
  const server: TestServer = {
    url,
    app,
    api,
    make: new Factory(app, api),
    get sandbox() {
      if (!sandbox) throw new Error('start the server with {wechat: true}');
      return sandbox;
    },
    database,
    log,
    get: (provider) => app.get(provider as never),
    at: (instant) => void (clock.now = typeof instant === 'number' ? instant : Date.parse(instant)),
    now: () => clock.now,
    runJob: (name) => app.get(Jobs).runNow(name),
    async close() {
      await app.close();
      if (!options.beside) await Promise.all([sandbox?.close(), database.drop()]);
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
  clocks.set(server, clock);
  return server;
}

interface TestClock {
  now: number;
}
const clocks = new WeakMap<TestServer, TestClock>();

function clockOf(server: TestServer): TestClock {
  const clock = clocks.get(server);
  if (!clock) throw new Error('not a test server');
  return clock;
}

/** The same for every server of the tests, so that replicas read each other's rows. */
const keys = { DATA_KEYS: `test:${Buffer.alloc(32, 1).toString('base64')}`, PHONE_INDEX_KEY: Buffer.alloc(32, 2).toString('base64') };

function environment(dataDir: string, sandbox: Sandbox | null): Record<string, string> {
  const own = { MODE: 'demo', PORT: '0', HOST: '127.0.0.1', DATA_DIR: dataDir, WEB_ROOT: path.join(dataDir, 'web'), RATE_LIMIT_FACTOR: '0', LOG_LEVEL: 'info', ...keys };
  if (!sandbox) return { ...own, WECHAT: 'off' };
  return {
    ...own,
    WECHAT: 'on',
    WECHAT_APP_ID: sandboxAppId,
    WECHAT_APP_SECRET: sandboxAppSecret,
    WECHAT_THEME_TEMPLATE_ID: sandboxTemplate,
    WECHAT_API_BASE: sandbox.url,
    SANDBOX_URL: sandbox.url,
    WECHAT_PUSH_TOKEN: pushToken,
    WECHAT_TIMEOUT_MS: '3000',
  };
}
