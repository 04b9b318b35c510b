import type { FastifyInstance, FastifyRequest } from 'fastify';
import { jsonBody, type JsonObject, queryText } from './api-request.ts';
import { readNews, readPicture } from './article-rules.ts';
import type { Draft, OfficialAccount, Publication } from './official-accounts.ts';
import type { SandboxState } from './state.ts';
import { WechatRefusal } from './wechat-refusal.ts';

const megabyte = 1_048_576;
const bodyLimit = 12 * megabyte;

export const articlePaths = [
  '/cgi-bin/media/uploadimg',
  '/cgi-bin/material/add_material',
  '/cgi-bin/draft/add',
  '/cgi-bin/draft/update',
  '/cgi-bin/draft/batchget',
  '/cgi-bin/freepublish/submit',
  '/cgi-bin/freepublish/get',
  '/cgi-bin/freepublish/batchget',
];

/** Material, draft box and publishing of official accounts. WECHAT.md §5 */
export function articleApi(api: FastifyInstance, state: SandboxState): void {
  api.post('/cgi-bin/media/uploadimg', { bodyLimit }, async (request) => {
    const account = accountOf(state, request);
    const { type, bytes } = readPicture(await mediaOf(request), megabyte);
    const { id } = account.keepPicture(type, bytes);
    return { url: `http://mmbiz.qpic.cn/sz_mmbiz_${type}/${id}/0?wx_fmt=${type === 'jpg' ? 'jpeg' : 'png'}` };
  });
  api.post('/cgi-bin/material/add_material', { bodyLimit }, async (request) => {
    const account = accountOf(state, request);
    const type = queryText(request, 'type');
    if (type !== 'image' && type !== 'thumb') throw new WechatRefusal(40004);
    const picture = readPicture(await mediaOf(request), type === 'thumb' ? 65_536 : 10 * megabyte);
    const { id } = account.keepPicture(picture.type, picture.bytes);
    return { media_id: account.addMaterial(), url: `http://mmbiz.qpic.cn/sz_mmbiz_${picture.type}/${id}/0`, item: [] };
  });
  draftApi(api, state);
  publishApi(api, state);
}

function draftApi(api: FastifyInstance, state: SandboxState): void {
  api.post('/cgi-bin/draft/add', async (request) => {
    const account = accountOf(state, request);
    const { articles } = jsonBody(request);
    if (!Array.isArray(articles) || articles.length !== 1) throw new WechatRefusal(47001);
    return { media_id: account.addDraft(readNews(account, articles[0])).mediaId };
  });
  api.post('/cgi-bin/draft/update', async (request) => {
    const account = accountOf(state, request);
    const { media_id, articles } = jsonBody(request);
    const draft = account.draft(media_id);
    draft.news = readNews(account, articles);
    draft.updatedAt = state.now();
    return { errcode: 0, errmsg: 'ok' };
  });
  api.post('/cgi-bin/draft/batchget', async (request) => pageOf(accountOf(state, request).drafts, jsonBody(request), (draft) => ({ media_id: draft.mediaId, ...draftContent(draft) })));
}

function publishApi(api: FastifyInstance, state: SandboxState): void {
  api.post('/cgi-bin/freepublish/submit', async (request) => {
    const account = publisherOf(state, request);
    const draft = account.draft(jsonBody(request).media_id);
    const { publishId } = account.publish(draft, state.settings.limits.publishTakesMs);
    // A bare number beyond what JSON's readers keep whole is possible; here it is a string, there it may be either. §5
    return { errcode: 0, errmsg: 'ok', publish_id: publishId, msg_data_id: 2_247_483_649 };
  });
  api.post('/cgi-bin/freepublish/get', async (request) => {
    const account = publisherOf(state, request);
    const { publish_id } = jsonBody(request);
    const publication = account.publications.find(({ publishId }) => publishId === String(publish_id));
    if (!publication) throw new WechatRefusal(53600);
    return resultOf(state, account, publication);
  });
  api.post('/cgi-bin/freepublish/batchget', async (request) => {
    const account = publisherOf(state, request);
    const published = account.publications.filter((publication) => account.statusOf(publication) === 0);
    return pageOf(published, jsonBody(request), ({ articleId, endsAt, news }) => ({
      article_id: articleId,
      content: { news_item: [{ ...news, url: state.settings.articleAddress(articleId), is_deleted: false }] },
      update_time: Math.floor(endsAt / 1000),
    }));
  });
}

/** What `freepublish/get` and the event PUBLISHJOBFINISH both say. §5 */
export function resultOf(state: SandboxState, account: OfficialAccount, publication: Publication): JsonObject {
  const status = account.statusOf(publication);
  const { publishId, articleId } = publication;
  if (status !== 0) return { publish_id: publishId, publish_status: status, fail_idx: status > 1 ? [1] : [] };
  return { publish_id: publishId, publish_status: 0, article_id: articleId, article_detail: { count: 1, item: [{ idx: 1, article_url: state.settings.articleAddress(articleId) }] }, fail_idx: [] };
}

function draftContent({ news, updatedAt }: Draft): JsonObject {
  return { content: { news_item: [{ ...news, url: 'http://mp.weixin.qq.com/s?__biz=temporary' }] }, update_time: Math.floor(updatedAt / 1000) };
}

function pageOf<Item>(items: readonly Item[], { offset = 0, count = 20, no_content = 0 }: JsonObject, show: (item: Item) => JsonObject): JsonObject {
  if (!Number.isInteger(offset) || !Number.isInteger(count) || Number(count) < 1 || Number(count) > 20) throw new WechatRefusal(40097);
  const page = items.slice(Number(offset), Number(offset) + Number(count)).map(show);
  if (no_content === 1) for (const item of page) delete item['content'];
  return { total_count: items.length, item_count: page.length, item: page };
}

function accountOf(state: SandboxState, request: FastifyRequest): OfficialAccount {
  return state.officialAccounts.byToken(queryText(request, 'access_token'));
}

/** Individual, unverified and non-verifiable accounts have lost these APIs. §5 */
function publisherOf(state: SandboxState, request: FastifyRequest): OfficialAccount {
  const account = accountOf(state, request);
  if (!account.settings.publishes) throw new WechatRefusal(48001);
  return account;
}

/** The file of the multipart field `media`. */
async function mediaOf(request: FastifyRequest): Promise<Buffer | null> {
  const { body } = request;
  const type = request.headers['content-type'] ?? '';
  if (!Buffer.isBuffer(body) || !type.startsWith('multipart/form-data')) return null;
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData().catch(() => null);
  const media = form?.get('media');
  return media instanceof File ? Buffer.from(await media.arrayBuffer()) : null;
}
