import type { Environment } from './variables.ts';

/** What variables must be to each other. Answers all faults, in plain words. */
export function faultsBetween(env: Environment): string[] {
  return [...databaseFaults(env), ...bucketFaults(env), ...(env.MODE === 'production' ? productionFaults(env) : []), ...wechatFaults(env)];
}

export function usesWechat(env: Environment): boolean {
  const unlessTold = env.MODE === 'production' || env.WECHAT_APP_ID ? 'on' : 'off';
  return (env.WECHAT ?? unlessTold) === 'on';
}

/** As it is given, or put together of what CloudRun sets. */
export function databaseUrl(env: Environment): string | undefined {
  const { MYSQL_ADDRESS: address, MYSQL_USERNAME: user, MYSQL_PASSWORD: password, MYSQL_DATABASE: name } = env;
  if (env.DATABASE_URL || !address || !user || password === undefined) return env.DATABASE_URL;
  return `mysql://${encodeURIComponent(user)}:${encodeURIComponent(password)}@${address}/${name}`;
}

function databaseFaults(env: Environment): string[] {
  const faults: string[] = [];
  if (env.REDIS_URL && !databaseUrl(env)) faults.push('REDIS_URL: is for several replicas, and SQLite serves one process only; give a DATABASE_URL too, or leave it out');
  const longest = env.WECHAT_TIMEOUT_MS + env.LOCK_WAIT_MS;
  if (env.DOORBELL_LEASE_MS <= longest) {
    faults.push(`DOORBELL_LEASE_MS: is ${env.DOORBELL_LEASE_MS}, but must outlast WECHAT_TIMEOUT_MS and LOCK_WAIT_MS together (${longest}), or two replicas ring one doorbell`);
  }
  return faults;
}

function bucketFaults(env: Environment): string[] {
  const names = ['S3_ENDPOINT', 'S3_BUCKET', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'] as const;
  const missing = names.filter((name) => !env[name]);
  return missing.length === names.length ? [] : missing.map((name) => `${name}: is missing; an object store needs all of ${names.join(', ')}`);
}

function productionFaults(env: Environment): string[] {
  const required = ['PUBLIC_URL', 'DATA_KEYS', 'PHONE_INDEX_KEY'] as const;
  const faults: string[] = required.filter((name) => env[name] === undefined).map((name) => `${name}: is missing; production needs it`);
  if (env.PUBLIC_URL?.startsWith('http:')) faults.push('PUBLIC_URL: must begin with https:// in production');
  if (env.CLOUDRUN === 'on' && !databaseUrl(env)) faults.push('CLOUDRUN: its disk forgets; give a DATABASE_URL, or MYSQL_ADDRESS, MYSQL_USERNAME and MYSQL_PASSWORD');
  if (env.CLOUDRUN === 'on' && !env.S3_BUCKET) faults.push('CLOUDRUN: its disk forgets; give an object store (S3_ENDPOINT, S3_BUCKET, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY)');
  if (env.SANDBOX_URL) faults.push('SANDBOX_URL: is for the demo only');
  return faults;
}

function wechatFaults(env: Environment): string[] {
  if (!usesWechat(env)) return [];
  const required = ['WECHAT_APP_ID', 'WECHAT_APP_SECRET', 'WECHAT_THEME_TEMPLATE_ID'] as const;
  const faults = required.filter((name) => !env[name]).map((name) => `${name}: is missing; give it, or say WECHAT=off`);
  if (env.WECHAT_PUSH_AES_KEY && !env.WECHAT_PUSH_TOKEN) faults.push('WECHAT_PUSH_AES_KEY: needs WECHAT_PUSH_TOKEN beside it');
  return faults;
}
