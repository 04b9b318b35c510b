import type { SandboxOptions } from './options.ts';
import { startSandbox, type Sandbox } from './sandbox.ts';

export const appId = 'wx0123456789abcdef';
export const appSecret = '0123456789abcdef0123456789abcdef';
export const weekly = { id: 'weekly', title: '每周主题提醒', fields: { thing1: '本周主题', date2: '时间' } };
export const weeklyData = { thing1: { value: '把饭碗端在自己手上' }, date2: { value: '2026年11月23日 08:00' } };

/** 2026-11-23 08:00 in Shanghai. */
const monday = Date.UTC(2026, 10, 23);

type Answer = Record<string, unknown> & { errcode?: number; errmsg?: string };

/** A sandbox on a free port with a clock of its own, spoken to over HTTP as a stranger would. */
export interface TestSandbox extends Sandbox {
  pass(ms: number): void;
  get(path: string, query?: Record<string, string>): Promise<Answer>;
  post(path: string, body: unknown, token?: string): Promise<Answer>;
  token(force?: boolean): Promise<string>;
  /** Sends the weekly message, or another body over it. */
  send(openid: string, other?: Record<string, unknown>): Promise<Answer>;
  login(openid: string): Promise<Answer>;
}

export async function openSandbox(options: Partial<SandboxOptions> = {}): Promise<TestSandbox> {
  let now = monday;
  const sandbox = await startSandbox({ port: 0, appId, appSecret, templates: [weekly], clock: () => now, ...options });
  const calls = callsTo(sandbox);
  return { ...sandbox, ...calls, pass: (ms) => void (now += ms) };
}

function callsTo(sandbox: Sandbox): Omit<TestSandbox, keyof Sandbox | 'pass'> {
  const get: TestSandbox['get'] = (path, query = {}) => answerOf(fetch(`${sandbox.url}${path}?${new URLSearchParams(query)}`));
  const token = async (force = false) => {
    const body = { grant_type: 'client_credential', appid: appId, secret: appSecret, force_refresh: force };
    const { access_token } = await answerOf(postTo(`${sandbox.url}/cgi-bin/stable_token`, body));
    return String(access_token);
  };
  const post: TestSandbox['post'] = async (path, body, given) =>
    answerOf(postTo(`${sandbox.url}${path}?access_token=${given ?? (await token())}`, body));
  return {
    get,
    token,
    post,
    send: (openid, other = {}) =>
      post('/cgi-bin/message/subscribe/send', { touser: openid, template_id: weekly.id, data: weeklyData, ...other }),
    login: (openid) => get('/sns/jscode2session', loginQuery(sandbox.createLoginCode(openid))),
  };
}

export function loginQuery(code: string): Record<string, string> {
  return { appid: appId, secret: appSecret, js_code: code, grant_type: 'authorization_code' };
}

export function postTo(url: string, body: unknown): Promise<Response> {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: text });
}

/** WeChat answers HTTP 200 even when it refuses (Conventions), so anything else is a fault of the sandbox. */
async function answerOf(call: Promise<Response>): Promise<Answer> {
  const response = await call;
  if (response.status !== 200) throw new Error(`HTTP ${response.status}: ${await response.text()}`);
  return JSON.parse(await response.text());
}
