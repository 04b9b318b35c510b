import { unknownFieldTypes } from './message-values.ts';

/** A subscribe-message template as the console would list it. WECHAT.md §2 */
export interface MessageTemplate {
  id: string;
  title: string;
  /** Field name with its type as prefix (`thing1`, `date2`) to the label that a reader sees. */
  fields: Record<string, string>;
  /** The allowed values of each `enum…` field. */
  enums?: Record<string, readonly string[]>;
}

/** A word that the machine check reacts to; `label` is one of §3's labels. */
export interface SafetyWord {
  word: string;
  suggest: 'review' | 'risky';
  label: number;
}

/** How often one API may be called, and what it answers beyond that. */
export interface CallQuota {
  perMinute?: number;
  perMinuteErrcode?: number;
  perDay?: number;
  perDayErrcode?: number;
}

/** An official account with its draft box. WECHAT.md §5 */
export interface OfficialAccountOptions {
  appId: string;
  appSecret: string;
  name: string;
  /** Whether it may publish through the API: individual and unverified ones may not. */
  publishes: boolean;
  /** App ids of the mini-programs that are linked to it. */
  miniPrograms?: readonly string[];
}

export interface SandboxLimits {
  /** Lifetime of an access token in seconds; §1 says at most 7200. */
  tokenSeconds: number;
  /** code2Session calls per user and minute before 45011; the older page says 100. §1 */
  loginsPerUserPerMinute: number;
  /** What a used login code answers: 40029 was seen, 40163 also exists. §1 */
  usedCodeErrcode: 40029 | 40163;
  /** Template ids in one `wx.requestSubscribeMessage`: 3 in older docs, 5 in the newer one. §2 */
  templatesPerRequest: number;
  /** How long one send occupies its receiver, in ms; a second send in that time gets 43108. §2 */
  sendTakesMs: number;
  /** From `media_check_async` to its event, in ms; §3 says within 30 minutes. */
  mediaCheckTakesMs: number;
  /** Between two tries to tell an event, in ms. §2 */
  pushRetryMs: number;
  /** From `freepublish/submit` to its end, in ms. §5 */
  publishTakesMs: number;
  /** Extra or changed quotas by API path. */
  quotas: Record<string, CallQuota>;
}

export interface SandboxOptions {
  /** 0 takes a free port. */
  port: number;
  host?: string;
  appId: string;
  appSecret: string;
  templates: readonly MessageTemplate[];
  /** Shown as the sender of every notification. */
  appName?: string;
  /** Put before every path, without a slash at its end; for a sandbox behind a proxy. */
  basePath?: string;
  /** Epoch milliseconds; default is the machine's clock. */
  clock?: () => number;
  /** The mini-program's released pages; without it every well-formed page counts as released. §4 */
  pages?: readonly string[];
  /** Where a mini-program page (`pages/x/x?y=z`) opens in a browser. */
  openPage?: (page: string) => string;
  /** Words for the machine check of §3. */
  safetyWords?: readonly SafetyWord[];
  /** Words that a subscribe message may not contain: 45168. §2 */
  sensitiveWords?: readonly string[];
  /** Browser origins that may use the control routes, such as the h5 build's. */
  allowedOrigins?: readonly string[];
  officialAccounts?: readonly OfficialAccountOptions[];
  /** Where a published article stands, as `freepublish/get` tells it. */
  articleAddress?: (articleId: string) => string;
  limits?: Partial<SandboxLimits>;
}

export type SandboxSettings = Required<Omit<SandboxOptions, 'pages' | 'openPage' | 'limits'>> &
  Pick<SandboxOptions, 'pages' | 'openPage'> & { limits: SandboxLimits };

const defaultLimits: SandboxLimits = {
  tokenSeconds: 7200,
  loginsPerUserPerMinute: 100,
  usedCodeErrcode: 40029,
  templatesPerRequest: 3,
  sendTakesMs: 5,
  mediaCheckTakesMs: 3_000,
  pushRetryMs: 1_000,
  publishTakesMs: 3_000,
  quotas: {},
};

const defaultSafetyWords: readonly SafetyWord[] = [
  { word: '赌博', suggest: 'risky', label: 20006 },
  { word: '刷单返利', suggest: 'risky', label: 20008 },
  { word: '加微信', suggest: 'review', label: 10001 },
];

/**
 * The options with every gap filled.
 * @throws Error naming each template field whose type WeChat does not have.
 */
export function settle(options: SandboxOptions): SandboxSettings {
  const faults = options.templates.flatMap((template) =>
    unknownFieldTypes(template).map((field) => `${template.id}.${field}`),
  );
  if (faults.length > 0) throw new Error(`Unknown template field types: ${faults.join(', ')}`);
  return {
    host: '127.0.0.1',
    appName: '微党校',
    basePath: '',
    clock: Date.now,
    safetyWords: defaultSafetyWords,
    sensitiveWords: [],
    allowedOrigins: [],
    officialAccounts: [],
    articleAddress: (articleId) => `http://mp.weixin.qq.com/s/${articleId}`,
    ...options,
    limits: { ...defaultLimits, ...options.limits },
  };
}
