import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { jsonBody, requireToken, type JsonObject } from './api-request.ts';
import type { MediaCheckEvent } from './media-checks.ts';
import type { SafetyVerdict } from './safety-words.ts';
import type { SandboxState } from './state.ts';
import { WechatRefusal } from './wechat-refusal.ts';

const activeForMs = 2 * 3_600_000;
const longestContent = 2_500;

/** Machine checks of text and media. WECHAT.md §3 */
export function contentSafetyApi(api: FastifyInstance, state: SandboxState): void {
  api.post('/wxa/msg_sec_check', (request) => checkText(state, request));
  api.post('/wxa/media_check_async', (request) => checkMedia(state, request));
}

/** @throws WechatRefusal 47001, 40003, 40129, 61010 */
async function checkText(state: SandboxState, request: FastifyRequest) {
  requireToken(state, request);
  const body = jsonBody(request);
  const { content } = body;
  if (typeof content !== 'string' || content === '') throw new WechatRefusal(47001);
  if ([...content].length > longestContent) throw new WechatRefusal(47001, 'content');
  requireActiveUser(state, body);
  const texts = [content, body.title, body.nickname, body.signature].filter((text) => typeof text === 'string');
  const verdict = state.safetyWords.judge(texts.join('\n'));
  const { suggest, label } = verdict;
  return { errcode: 0, errmsg: 'ok', result: { suggest, label }, detail: detailOf(verdict), trace_id: randomUUID() };
}

/** What each strategy found: the model always speaks, the word list only on a hit. §3 */
function detailOf({ suggest, label, keyword }: SafetyVerdict) {
  const model = { strategy: 'content_model', errcode: 0, suggest, label, prob: 90 };
  return keyword ? [model, { strategy: 'keyword', errcode: 0, suggest, label, keyword }] : [model];
}

/** Answers a trace id at once, the verdict comes as an event. @throws as checkText */
async function checkMedia(state: SandboxState, request: FastifyRequest) {
  requireToken(state, request);
  const body = jsonBody(request);
  const { media_url, media_type } = body;
  if (typeof media_url !== 'string' || !URL.canParse(media_url)) throw new WechatRefusal(47001, 'media_url');
  if (media_type !== 1 && media_type !== 2) throw new WechatRefusal(47001, 'media_type');
  requireActiveUser(state, body);
  return { errcode: 0, errmsg: 'ok', trace_id: state.mediaChecks.add(state.settings.appId, judgeMedia(state, media_url)) };
}

/** The sandbox downloads nothing: words in the address decide, and a host that can never exist fails. §3 */
function judgeMedia(state: SandboxState, mediaUrl: string): Pick<MediaCheckEvent, 'errcode' | 'result'> {
  const { hostname, pathname } = new URL(mediaUrl);
  const unreachable = hostname.endsWith('.invalid');
  const { suggest, label } = state.safetyWords.judge(readable(pathname));
  return { errcode: unreachable ? -1008 : 0, result: { suggest, label } };
}

function readable(pathname: string): string {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return pathname;
  }
}

/** Version 2 needs somebody who was in the mini-program within two hours. @throws 47001, 40129, 40003, 61010. §3 */
function requireActiveUser(state: SandboxState, { version, scene, openid }: JsonObject): void {
  if (version !== 2) throw new WechatRefusal(47001, 'version');
  if (typeof scene !== 'number' || ![1, 2, 3, 4].includes(scene)) throw new WechatRefusal(40129);
  const user = state.users.find(typeof openid === 'string' ? openid : '');
  if (!user) throw new WechatRefusal(40003);
  if (user.lastActiveAt === null || state.now() - user.lastActiveAt > activeForMs) throw new WechatRefusal(61010);
}
