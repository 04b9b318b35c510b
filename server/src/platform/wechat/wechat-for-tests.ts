import Fastify from 'fastify';
import { sandboxAppId, sandboxAppSecret, sandboxTemplate, startTestSandbox, type Sandbox } from '../../../test/test-sandbox.ts';
import { Clock } from '../clock/clock.ts';
import { Config } from '../config/config.ts';
import type { Database } from '../database/database.ts';
import { Log } from '../log/log.ts';
import { logOptions } from '../log/log-options.ts';
import { WeChat } from './wechat.ts';

export interface Rig {
  readonly wechat: WeChat;
  readonly sandbox: Sandbox;
  readonly log: readonly string[];
  /** Another replica's client of the same WeChat. */
  another(env?: Record<string, string>): Promise<WeChat>;
  pass(ms: number): void;
  close(): Promise<void>;
}

/** The adapter against a WeChat on this machine, both on a clock of the test's own. */
export async function startRig(): Promise<Rig> {
  let now = Date.parse('2026-11-23T08:00:00+08:00');
  const sandbox = await startTestSandbox(() => now);
  const log: string[] = [];
  const sink = new Log(Fastify({ logger: logOptions('debug', { write: (line) => void log.push(line) }) }).log);
  const clients: WeChat[] = [];
  const another = async (env: Record<string, string> = onSandbox(sandbox)): Promise<WeChat> => {
    // Outside the demo a clock never looks into the database.
    const clock = await Clock.open(null as unknown as Database, false, () => now);
    const client = new WeChat(Config.read({ MODE: 'demo', ...keys, ...env }), clock, sink);
    clients.push(client);
    return client;
  };
  const close = async (): Promise<void> => {
    await Promise.all(clients.map((client) => client.onApplicationShutdown()));
    await sandbox.close();
  };
  return { wechat: await another(), sandbox, log, another, pass: (ms) => void (now += ms), close };
}

const keys = { DATA_KEYS: `test:${Buffer.alloc(32, 1).toString('base64')}`, PHONE_INDEX_KEY: Buffer.alloc(32, 2).toString('base64') };

const onSandbox = ({ url }: Sandbox): Record<string, string> => ({
  WECHAT_APP_ID: sandboxAppId,
  WECHAT_APP_SECRET: sandboxAppSecret,
  WECHAT_THEME_TEMPLATE_ID: sandboxTemplate,
  WECHAT_API_BASE: url,
  WECHAT_TIMEOUT_MS: '500',
});

export const wechatOff = { WECHAT: 'off' };
