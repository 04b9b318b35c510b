import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { articleApi, articlePaths } from './article-api.ts';
import { contentSafetyApi } from './content-safety-api.ts';
import { addFaultHooks } from './fault-hooks.ts';
import { linkApi } from './link-api.ts';
import { loginApi } from './login-api.ts';
import { messageApi } from './message-api.ts';
import type { SandboxState } from './state.ts';
import { tokenApi } from './token-api.ts';
import { WechatRefusal } from './wechat-refusal.ts';

const postPaths = [
  '/cgi-bin/stable_token',
  '/wxa/business/getuserphonenumber',
  '/cgi-bin/message/subscribe/send',
  '/wxa/msg_sec_check',
  '/wxa/media_check_async',
  '/wxa/getwxacodeunlimit',
  '/wxa/generate_urllink',
  ...articlePaths,
];

/**
 * The API as a server sees it: HTTP 200 even on failure (WECHAT.md, Conventions).
 * @param address this sandbox's own URL, known once it listens
 */
export function wechatApi(api: FastifyInstance, state: SandboxState, address: () => string): void {
  api.removeAllContentTypeParsers();
  api.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body));
  api.addContentTypeParser('multipart/form-data', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  api.setErrorHandler(answerFailure);
  addFaultHooks(api, state);
  tokenApi(api, state);
  loginApi(api, state);
  messageApi(api, state);
  contentSafetyApi(api, state);
  linkApi(api, state, address);
  articleApi(api, state);
  for (const path of postPaths) {
    // A GET on an API that wants POST. WECHAT.md §1
    api.get(path, async () => Promise.reject(new WechatRefusal(43002)));
  }
}

function answerFailure(error: FastifyError, _request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (error instanceof WechatRefusal) return reply.code(200).send(error.toBody());
  // Too large a body never reaches WeChat's own code: its gateway answers.
  if (error.statusCode === 413) return reply.code(413).send('Request Entity Too Large');
  if (error.name !== 'AbortError') console.error(error);
  return reply.code(200).send(new WechatRefusal(-1).toBody());
}
