import type { FastifyInstance } from 'fastify';
import { jsonBody, queryText, tokensOf } from './api-request.ts';
import type { SandboxState } from './state.ts';
import { WechatRefusal } from './wechat-refusal.ts';

/** The two token families. WECHAT.md §1, Tokens */
export function tokenApi(api: FastifyInstance, state: SandboxState): void {
  api.get('/cgi-bin/token', async (request) => {
    if (queryText(request, 'grant_type') !== 'client_credential') throw new WechatRefusal(40002);
    return tokensOf(state, queryText(request, 'appid'), queryText(request, 'secret')).classic();
  });
  api.post('/cgi-bin/stable_token', async (request) => {
    const { grant_type, appid, secret, force_refresh } = jsonBody(request);
    if (grant_type !== 'client_credential') throw new WechatRefusal(40002);
    return tokensOf(state, appid, secret).stable(force_refresh === true);
  });
}
