import { randomBytes } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Config, ConfigFaults } from './config.ts';

const key = () => randomBytes(32).toString('base64');
const dataDir = mkdtempSync(path.join(tmpdir(), 'weidangxiao-config-'));
const production = { MODE: 'production', DATA_DIR: dataDir, PUBLIC_URL: 'https://study.example.org', DATA_KEYS: `a:${key()}`, PHONE_INDEX_KEY: key(), WECHAT: 'off' };

function faultsOf(env: Record<string, string>): readonly string[] {
  try {
    Config.read(env);
    return [];
  } catch (error) {
    if (error instanceof ConfigFaults) return error.faults;
    throw error;
  }
}

test('all faults are listed at once, each with the name of its variable', () => {
  const names = faultsOf({ ...production, PORT: 'abc', LOG_LEVEL: 'loud', DATA_KEYS: 'a:short' }).map((fault) => fault.split(':')[0]);
  expect(names.sort()).toEqual(['DATA_KEYS', 'LOG_LEVEL', 'PORT']);
});

test('production does not start without its secrets and an https address', () => {
  const faults = faultsOf({ MODE: 'production', DATA_DIR: dataDir, PUBLIC_URL: 'http://study.example.org' });
  expect(faults.map((fault) => fault.split(':')[0])).toEqual(expect.arrayContaining(['DATA_KEYS', 'PHONE_INDEX_KEY', 'PUBLIC_URL', 'WECHAT_APP_ID', 'WECHAT_APP_SECRET', 'WECHAT_THEME_TEMPLATE_ID']));
});

test('the demo needs nothing, listens on this machine only, and keeps its keys', () => {
  const first = Config.read({ MODE: 'demo', DATA_DIR: dataDir });
  const second = Config.read({ MODE: 'demo', DATA_DIR: dataDir });
  expect(first.host).toBe('127.0.0.1');
  expect(second.phoneIndexKey.equals(first.phoneIndexKey)).toBe(true);
});

test('Redis is refused with SQLite, and a lease that a slow send would outlast', () => {
  const faults = faultsOf({ ...production, REDIS_URL: 'redis://127.0.0.1:6379', DOORBELL_LEASE_MS: '5000' });
  expect(faults.map((fault) => fault.split(':')[0])).toEqual(['REDIS_URL', 'DOORBELL_LEASE_MS']);
});

test('a key of the message push is 43 letters and digits, and needs the token beside it', () => {
  const wechat = { ...production, WECHAT: 'on', WECHAT_APP_ID: 'wx1', WECHAT_APP_SECRET: 's', WECHAT_THEME_TEMPLATE_ID: 't' };
  expect(faultsOf({ ...wechat, WECHAT_PUSH_TOKEN: 'abc', WECHAT_PUSH_AES_KEY: 'short' })).toEqual(['WECHAT_PUSH_AES_KEY: is not 43 letters and digits']);
  expect(faultsOf({ ...wechat, WECHAT_PUSH_AES_KEY: 'A'.repeat(43) })).toEqual(['WECHAT_PUSH_AES_KEY: needs WECHAT_PUSH_TOKEN beside it']);
  expect(faultsOf({ ...wechat, WECHAT_PUSH_TOKEN: 'abc', WECHAT_PUSH_AES_KEY: 'A'.repeat(43) })).toEqual([]);
});

test('the sandbox is for the demo only', () => {
  expect(faultsOf({ ...production, SANDBOX_URL: '/wechat' })).toEqual(['SANDBOX_URL: is for the demo only']);
});

const bucket = { S3_ENDPOINT: 'https://store.example.org', S3_BUCKET: 'files-1250000000', S3_ACCESS_KEY_ID: 'id', S3_SECRET_ACCESS_KEY: 'secret' };

test('files go to an object store only where all of it is known', () => {
  expect(Config.read(production).bucket).toBeNull();
  expect(Config.read({ ...production, ...bucket, S3_REGION: 'ap-guangzhou' }).bucket).toEqual({ endpoint: bucket.S3_ENDPOINT, bucket: bucket.S3_BUCKET, region: 'ap-guangzhou', accessKeyId: 'id', secretAccessKey: 'secret', pathStyle: false });
  expect(faultsOf({ ...production, S3_BUCKET: 'files' }).map((fault) => fault.split(':')[0])).toEqual(['S3_ENDPOINT', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY']);
});

test('what CloudRun sets for its database stands for an address, and a CloudRun without one, or without a place for files, does not start', () => {
  const mysql = { MYSQL_ADDRESS: '10.0.0.5:3306', MYSQL_USERNAME: 'root', MYSQL_PASSWORD: 'a/b@c' };
  expect(Config.read({ ...production, ...bucket, CLOUDRUN: 'on', ...mysql }).database).toMatchObject({ engine: 'mysql', url: 'mysql://root:a%2Fb%40c@10.0.0.5:3306/weidangxiao' });
  expect(faultsOf({ ...production, CLOUDRUN: 'on' }).map((fault) => fault.split(';')[0])).toEqual(['CLOUDRUN: its disk forgets', 'CLOUDRUN: its disk forgets']);
  expect(faultsOf({ ...production, ...bucket, CLOUDRUN: 'on' })).toHaveLength(1);
  expect(Config.read({ ...production, ...mysql, DATABASE_URL: 'mysql://u:p@db/x' }).database).toMatchObject({ url: 'mysql://u:p@db/x' });
});
