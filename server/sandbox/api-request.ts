import type { FastifyRequest } from 'fastify';
import type { AccessTokens } from './access-tokens.ts';
import type { SandboxState } from './state.ts';
import { WechatRefusal } from './wechat-refusal.ts';

export type JsonObject = Record<string, unknown>;

/** The query's value, if it stands there once and is not empty. */
export function queryText(request: FastifyRequest, name: string): string | undefined {
  const value = (request.query as JsonObject)[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** WeChat reads JSON whatever the content type says. @throws WechatRefusal 47001 */
export function jsonBody(request: FastifyRequest): JsonObject {
  const parsed = parse(typeof request.body === 'string' ? request.body : '');
  if (!isObject(parsed)) throw new WechatRefusal(47001);
  return parsed;
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** @throws WechatRefusal 41001, 40014, 40001, 42001. WECHAT.md §1, "Using a token" */
export function requireToken(state: SandboxState, request: FastifyRequest): void {
  state.tokens.check(queryText(request, 'access_token'));
}

/** The tokens of the app, the mini-program or an official account. @throws WechatRefusal 41002, 41004, 40013, 40125. WECHAT.md §1 */
export function tokensOf(state: SandboxState, appid: unknown, secret: unknown): AccessTokens {
  const account = state.officialAccounts.find(appid);
  if (!account) requireAppSecret(state, appid, secret);
  else if (!secret) throw new WechatRefusal(41004);
  else if (secret !== account.settings.appSecret) throw new WechatRefusal(40125);
  return account?.tokens ?? state.tokens;
}

/** @throws WechatRefusal 41002, 41004, 40013, 40125. WECHAT.md §1 */
export function requireAppSecret(state: SandboxState, appid: unknown, secret: unknown): void {
  if (!appid) throw new WechatRefusal(41002);
  if (!secret) throw new WechatRefusal(41004);
  if (appid !== state.settings.appId) throw new WechatRefusal(40013);
  if (secret !== state.settings.appSecret) throw new WechatRefusal(40125);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
