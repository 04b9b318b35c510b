import { createHmac } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { jsonBody, queryText, requireAppSecret, requireToken } from './api-request.ts';
import { minuteMs } from './call-quotas.ts';
import type { SandboxState } from './state.ts';
import { WechatRefusal } from './wechat-refusal.ts';

/** Login, session key check and phone number. WECHAT.md §1 */
export function loginApi(api: FastifyInstance, state: SandboxState): void {
  api.get('/sns/jscode2session', (request) => code2Session(state, request));
  api.get('/wxa/checksession', (request) => checkSession(state, request));
  api.post('/wxa/business/getuserphonenumber', (request) => userPhoneNumber(state, request));
}

/** @throws WechatRefusal 41002, 41004, 40013, 40125, 40002, 40029, 40163, 40226, 45011 */
async function code2Session(state: SandboxState, request: FastifyRequest) {
  requireAppSecret(state, queryText(request, 'appid'), queryText(request, 'secret'));
  if (queryText(request, 'grant_type') !== 'authorization_code') throw new WechatRefusal(40002);
  const code = queryText(request, 'js_code') ?? '';
  const user = state.users.get(state.codes.look('login', code));
  const perMinute = state.settings.limits.loginsPerUserPerMinute;
  state.quotas.countIn(`login of ${user.openid}`, minuteMs, perMinute, 45011);
  if (user.blocked) throw new WechatRefusal(40226);
  state.codes.use(code);
  state.users.visit(user.openid);
  const session = { openid: user.openid, session_key: state.users.renewSessionKey(user.openid) };
  return user.unionid ? { ...session, unionid: user.unionid } : session;
}

/** signature = hmac_sha256(session_key, ""). @throws WechatRefusal 40003, 87009 */
async function checkSession(state: SandboxState, request: FastifyRequest) {
  requireToken(state, request);
  const sessionKey = state.users.sessionKey(queryText(request, 'openid') ?? '');
  if (!sessionKey) throw new WechatRefusal(40003);
  const expected = createHmac('sha256', sessionKey).update('').digest('hex');
  if (queryText(request, 'signature') !== expected) throw new WechatRefusal(87009);
  return { errcode: 0, errmsg: 'ok' };
}

/** A code given with another user's openid is as good as a wrong code. @throws WechatRefusal 40029 */
async function userPhoneNumber(state: SandboxState, request: FastifyRequest) {
  requireToken(state, request);
  const { code, openid } = jsonBody(request);
  const owner = state.users.get(state.codes.look('phone', typeof code === 'string' ? code : ''));
  if (openid !== undefined && openid !== owner.openid) throw new WechatRefusal(40029);
  if (!owner.phone) throw new WechatRefusal(40029);
  state.codes.use(String(code));
  const watermark = { timestamp: Math.floor(state.now() / 1_000), appid: state.settings.appId };
  const phone = { phoneNumber: owner.phone, purePhoneNumber: owner.phone, countryCode: '86' };
  return { errcode: 0, errmsg: 'ok', phone_info: { ...phone, watermark } };
}
