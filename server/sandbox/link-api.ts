import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isObject, jsonBody, requireToken, type JsonObject } from './api-request.ts';
import { dayMs } from './call-quotas.ts';
import { placeholderCode } from './placeholder-code.ts';
import type { SandboxState } from './state.ts';
import { WechatRefusal } from './wechat-refusal.ts';

/** ≤32 visible characters of this set, no %. WECHAT.md §4 */
const scenePattern = /^[A-Za-z0-9!#$&'()*+,/:;=?@\-._~]{1,32}$/;
const pagePattern = /^[A-Za-z0-9_-][A-Za-z0-9_\-/]*$/;
const longestQuery = 1_024;
const longestLinkDays = 30;

/** Mini-program codes and URL links. WECHAT.md §4 */
export function linkApi(api: FastifyInstance, state: SandboxState, address: () => string): void {
  api.post('/wxa/getwxacodeunlimit', (request, reply) => unlimitedCode(state, request, reply));
  api.post('/wxa/generate_urllink', async (request) => {
    requireToken(state, request);
    const { page, expiresAt } = readLink(state, jsonBody(request));
    return { errcode: 0, errmsg: 'ok', url_link: `${address()}/links/${state.links.add(page, expiresAt)}` };
  });
}

/** Image bytes, or JSON on an error. @throws WechatRefusal 40169 scene, 41030 page, 40097 other values */
async function unlimitedCode(state: SandboxState, request: FastifyRequest, reply: FastifyReply) {
  requireToken(state, request);
  const { scene, page, check_path = true, env_version = 'release', width = 430, line_color, is_hyaline } = jsonBody(request);
  if (typeof scene !== 'string' || !scenePattern.test(scene)) throw new WechatRefusal(40169);
  requirePage(state, page, check_path !== false && env_version === 'release');
  if (!['release', 'trial', 'develop'].includes(String(env_version))) throw new WechatRefusal(40097, 'env_version');
  if (!isWithin(width, 280, 1_280)) throw new WechatRefusal(40097, 'width');
  const picture = placeholderCode({ scene, width, ink: readInk(line_color), transparent: is_hyaline === true });
  return reply.type('image/png').send(picture);
}

/** No leading slash and no query; checked against the released pages unless told not to. §4 */
function requirePage(state: SandboxState, page: unknown, mustBeReleased: boolean): void {
  if (page === undefined || page === '') return;
  if (typeof page !== 'string' || !pagePattern.test(page)) throw new WechatRefusal(41030);
  const { pages } = state.settings;
  if (mustBeReleased && pages && !pages.includes(page)) throw new WechatRefusal(41030);
}

function readInk(color: unknown): [number, number, number] {
  if (color === undefined) return [0, 0, 0];
  const parts = isObject(color) ? [color.r, color.g, color.b].map(Number) : [];
  const [r, g, b] = parts;
  if (!isWithin(r, 0, 255) || !isWithin(g, 0, 255) || !isWithin(b, 0, 255)) throw new WechatRefusal(40097, 'line_color');
  return [r, g, b];
}

/** @throws WechatRefusal 40165 path, 40212 query, 85401 expiry time, 85402 expiry days */
function readLink(state: SandboxState, body: JsonObject): { page: string; expiresAt: number } {
  const { path = '', query = '' } = body;
  if (typeof path !== 'string' || (path !== '' && !pagePattern.test(path))) throw new WechatRefusal(40165);
  if (state.settings.pages && path !== '' && !state.settings.pages.includes(path)) throw new WechatRefusal(40165);
  if (typeof query !== 'string' || query.length > longestQuery) throw new WechatRefusal(40212);
  return { page: query ? `${path}?${query}` : path, expiresAt: readExpiry(state.now(), body) };
}

/** expire_type 0: a time in seconds, 1: whole days; either within 30 days. §4 */
function readExpiry(now: number, { expire_type = 0, expire_time, expire_interval }: JsonObject): number {
  if (expire_type === 1) {
    if (!isWithin(expire_interval, 1, longestLinkDays)) throw new WechatRefusal(85402);
    return now + expire_interval * dayMs;
  }
  const expiresAt = typeof expire_time === 'number' ? expire_time * 1_000 : now + longestLinkDays * dayMs;
  if (expire_type !== 0 || expiresAt <= now || expiresAt > now + longestLinkDays * dayMs) throw new WechatRefusal(85401);
  return expiresAt;
}

function isWithin(value: unknown, least: number, most: number): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most;
}
