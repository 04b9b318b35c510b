import { z } from 'zod';
import { databaseAddress } from './database-url.ts';

/**
 * Every environment variable that the server reads, with its documentation; `.env.example` is made of it.
 * Faults are worded so that "NAME: fault" reads as a sentence.
 */
const wholeNumber = (from: number, to: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/, `is not a whole number`)
    .transform(Number)
    .refine((value) => value >= from && value <= to, `is not between ${from} and ${to}`);

const oneOf = <const T extends readonly [string, ...string[]]>(values: T) => z.enum(values, `is not one of ${values.join(', ')}`);

const address = (...protocols: string[]) =>
  z
    .string()
    .refine((value) => URL.canParse(value) && protocols.includes(new URL(value).protocol), `is not an address beginning with ${protocols.map((one) => `${one}//`).join(' or ')}`)
    .transform((value) => value.replace(/\/+$/, ''));

const database = z
  .string()
  .transform((value) => value.replace(/\/+$/, ''))
  .refine((value) => databaseAddress(value) !== null, 'is not an address like mysql://user:password@host:3306/name, with several hosts separated by commas');

const key32 = z
  .string()
  .transform((value) => Buffer.from(value, 'base64'))
  .refine((bytes) => bytes.length === 32, 'is not 32 bytes in base64 (openssl rand -base64 32)');

const namedKey = z
  .string()
  .regex(/^[a-z0-9-]{1,20}:[A-Za-z0-9+/_=-]+$/, 'is not a list of id:key (ids of a-z, 0-9 and -)')
  .transform((value) => ({ id: value.slice(0, value.indexOf(':')), key: Buffer.from(value.slice(value.indexOf(':') + 1), 'base64') }))
  .refine(({ key }) => key.length === 32, 'has a key that is not 32 bytes in base64 (openssl rand -base64 32)');

const dataKeys = z
  .string()
  .transform((value) => value.split(',').map((part) => part.trim()))
  .pipe(z.array(namedKey))
  .refine((keys) => new Set(keys.map(({ id }) => id)).size === keys.length, 'names a key twice');

const pushAesKey = z
  .string()
  .regex(/^[A-Za-z0-9]{43}$/, 'is not 43 letters and digits')
  .transform((value) => Buffer.from(`${value}=`, 'base64'));

const trusted = z.string().transform((value) => {
  if (value === 'none') return false;
  return /^\d+$/.test(value) ? Number(value) : value.split(',').map((part) => part.trim());
});

const templateFields = z
  .string()
  .regex(/^[a-z_]{1,20}\d{1,3}=(title|date|hint|school)(,[a-z_]{1,20}\d{1,3}=(title|date|hint|school))*$/, 'is not a list like thing1=title,date2=date (title, date, hint or school)')
  .transform((value) => Object.fromEntries(value.split(',').map((pair) => pair.split('='))) as Record<string, 'title' | 'date' | 'hint' | 'school'>);

const usualFields = 'thing1=title,date2=date,thing3=hint';

export const variables = {
  /** Which server this is. demo: invented people, a clock that can be moved, no secrets needed. */
  MODE: oneOf(['demo', 'production']).default('production').describe('demo or production. The demo has invented people and a clock that can be moved; never point it at real data.'),
  PORT: wholeNumber(0, 65_535).default(3000).describe('Port to listen on. 0 takes a free one.'),
  HOST: z.string().optional().describe('Address to listen on. Default: 127.0.0.1 in the demo, 0.0.0.0 in production.'),
  PUBLIC_URL: address('https:', 'http:').optional().describe('Where users reach this server, such as https://study.example.org. Required in production, and https there.'),
  TRUST_PROXY: trusted.default(false).describe('Whose X-Forwarded-For is believed: none, the number of proxies in front, or their addresses (10.0.0.0/8,127.0.0.1). Default: none.'),
  DATA_DIR: z.string().default('.data').describe('Folder for files, and for the database where DATABASE_URL is absent.'),
  S3_ENDPOINT: address('https:', 'http:').optional().describe('An object store that speaks the protocol of S3, such as https://store.example.org. Absent: files lie in DATA_DIR, which all replicas must share.'),
  S3_BUCKET: z.string().regex(/^[a-z0-9.-]{3,63}$/, 'is not a name of 3 to 63 small letters, digits, dots and hyphens').optional().describe('A bucket of its own there, closed to the public.'),
  S3_REGION: z.string().default('us-east-1').describe('Its region, such as ap-guangzhou. Default: us-east-1.'),
  S3_ACCESS_KEY_ID: z.string().optional().describe('Of an account that may read, write and delete objects of this bucket, and nothing else.'),
  S3_SECRET_ACCESS_KEY: z.string().optional().describe('Its secret.'),
  S3_PATH_STYLE: oneOf(['on', 'off']).default('off').describe('on where the bucket stands in the path of an address, as with MinIO; off where it stands in the host, as with COS.'),
  WEB_ROOT: z.string().optional().describe('Folder with the built front ends (h5/ and desk/). Default: miniapp/dist of this project.'),

  DATABASE_URL: database
    .optional()
    .describe('mysql://user:password@host:3306/name or mariadb://… . The nodes of a galera cluster: @a:3306,b:3306,c:3306/name, tried in this order, one at a time. Absent: SQLite in DATA_DIR, for one process.'),
  CLOUDRUN: oneOf(['on', 'off']).default('off').describe("on in WeChat CloudRun and nowhere else: who WeChat's gateway says is calling (X-WX-OPENID) is believed. Close the service's public access."),
  MYSQL_ADDRESS: z.string().regex(/^[\w.-]+(:\d{1,5})?$/, 'is not host:port').optional().describe('Set by CloudRun; with the next two it stands for DATABASE_URL where that is absent.'),
  MYSQL_USERNAME: z.string().optional().describe('Set by CloudRun.'),
  MYSQL_PASSWORD: z.string().optional().describe('Set by CloudRun.'),
  MYSQL_DATABASE: z.string().regex(/^\w{1,64}$/, 'is not a name of letters, digits and _').default('weidangxiao').describe('Name of the database there. Default: weidangxiao.'),
  DATABASE_POOL: wholeNumber(1, 500).default(20).describe('Connections that write to MariaDB or MySQL; as many again read.'),
  LOCK_WAIT_MS: wholeNumber(2_000, 60_000).default(4_000).describe('How long a write waits for others before it answers "busy", in ms.'),
  REDIS_URL: address('redis:', 'rediss:').optional().describe('Redis, for deployments of several replicas. Not with SQLite.'),

  DATA_KEYS: dataKeys.optional().describe('Keys that encrypt personal data: id:base64 of 32 bytes, several separated by commas. The first one encrypts, all decrypt. Required in production.'),
  PHONE_INDEX_KEY: key32.optional().describe('Key of the index under which phones are found, base64 of 32 bytes. Can never be changed. Required in production.'),

  WECHAT: oneOf(['on', 'off']).optional().describe('off: no logins through WeChat and no doorbells. Default: on in production; in the demo on where WECHAT_APP_ID is given.'),
  WECHAT_APP_ID: z.string().optional().describe('AppID of the mini-program. Required unless WECHAT=off.'),
  WECHAT_APP_SECRET: z.string().optional().describe('AppSecret of the mini-program. Required unless WECHAT=off.'),
  WECHAT_API_BASE: address('https:', 'http:').default('https://api.weixin.qq.com').describe("WeChat's API; the demo sets its sandbox here."),
  WECHAT_THEME_TEMPLATE_ID: z.string().optional().describe('Subscription message for the new theme of the week. Required unless WECHAT=off.'),
  WECHAT_THEME_TEMPLATE_FIELDS: templateFields
    .prefault(usualFields)
    .describe("Which of the template's fields says what: title of the theme, date and time, a hint, name of the school. Every field of the template must stand here. Default: thing1=title,date2=date,thing3=hint."),
  WECHAT_REMINDER_TEMPLATE_ID: z.string().optional().describe('Subscription message for the check-in reminder that a member asked for. Absent: such reminders are not offered.'),
  WECHAT_REMINDER_TEMPLATE_FIELDS: templateFields.prefault(usualFields).describe('As WECHAT_THEME_TEMPLATE_FIELDS. Default: the same.'),
  WECHAT_SESSION_TEMPLATE_ID: z.string().optional().describe('Subscription message on the evening before a study session. Absent: none.'),
  WECHAT_SESSION_TEMPLATE_FIELDS: templateFields.prefault(usualFields).describe('As WECHAT_THEME_TEMPLATE_FIELDS. Default: the same.'),
  WECHAT_MONTH_TEMPLATE_ID: z.string().optional().describe("Subscription message for a month's published rating. Absent: none."),
  WECHAT_MONTH_TEMPLATE_FIELDS: templateFields.prefault(usualFields).describe('As WECHAT_THEME_TEMPLATE_FIELDS. Default: the same.'),
  WECHAT_OBJECTION_TEMPLATE_ID: z.string().optional().describe('Subscription message for an answered objection. Absent: none.'),
  WECHAT_OBJECTION_TEMPLATE_FIELDS: templateFields.prefault(usualFields).describe('As WECHAT_THEME_TEMPLATE_FIELDS. Default: the same.'),
  WECHAT_MESSAGE_STATE: oneOf(['developer', 'trial', 'formal']).default('formal').describe('Which release of the mini-program a message opens: developer, trial or formal.'),
  WECHAT_TIMEOUT_MS: wholeNumber(500, 60_000).default(5_000).describe("How long one call to WeChat may take, in ms."),
  WECHAT_PUSH_TOKEN: z.string().regex(/^[A-Za-z0-9]{3,32}$/, 'is not 3 to 32 letters and digits').optional().describe("Token of the mini-program's message push (消息推送), 3 to 32 letters and digits, the same as in WeChat's console. Absent: WeChat's events are not taken."),
  WECHAT_PUSH_AES_KEY: pushAesKey.optional().describe('EncodingAESKey of the message push, 43 letters and digits. With it only secure mode (安全模式) is taken; absent: plain mode.'),
  SANDBOX_URL: z.string().regex(/^(https?:\/\/\S+|\/[a-z/]*)$/, 'is neither an address nor a path of this server').optional().describe('Where the demo shows the messages that arrive: an address, or a path of this server. Only for the demo.'),
  DOORBELL_LEASE_MS: wholeNumber(1_000, 600_000).default(15_000).describe('How long a replica keeps the doorbells that it has claimed, in ms. Must outlast WECHAT_TIMEOUT_MS and LOCK_WAIT_MS together.'),

  DOORBELL_LANES: wholeNumber(1, 500).default(16).describe('Messages that one replica has on their way to WeChat at the same time.'),
  DOORBELL_RATE: wholeNumber(0, 100_000).default(0).describe('Most messages a second, of all replicas together. Default: 0, no limit.'),

  RATE_LIMIT_FACTOR: wholeNumber(0, 1_000).default(1).describe('Widens all request limits, for a trusted gateway that has limits of its own. 0 turns them off. Default: 1.'),
  LOG_LEVEL: oneOf(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info').describe('fatal, error, warn, info, debug, trace or silent.'),
} as const;

export const environment = z.object(variables);
export type Environment = z.infer<typeof environment>;
