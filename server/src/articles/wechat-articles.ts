import { type PublishOutcome, publishOutcomes } from '@weidangxiao/shared/rules/article.ts';
import type { WechatApi } from '../platform/wechat/wechat-api.ts';
import { WechatUnreachable } from '../platform/wechat/wechat-failures.ts';
import type { Media, Reply } from '../platform/wechat/wechat-http.ts';

/** An article as `draft/add` takes it. */
export interface WechatArticle {
  readonly title: string;
  readonly author: string;
  readonly digest: string;
  readonly content: string;
  /** Where “read the original” leads; holds the draft's key. */
  readonly content_source_url: string;
  readonly thumb_media_id: string;
}

/** With their contents, since their links stand there. */
const newest = { offset: 0, count: 20, no_content: 0 };

/** The calls of draft box and publishing, one function each. All throw WechatRefused and WechatUnreachable. */

export async function uploadInside(api: WechatApi, media: Media): Promise<string> {
  const path = '/cgi-bin/media/uploadimg';
  return textIn(await api.upload(path, {}, media), 'url', path);
}

/** Stays in the account's material until somebody deletes it there. */
export async function uploadCover(api: WechatApi, media: Media): Promise<string> {
  const path = '/cgi-bin/material/add_material';
  return textIn(await api.upload(path, { type: 'image' }, media), 'media_id', path);
}

export async function addDraft(api: WechatApi, article: WechatArticle): Promise<string> {
  const path = '/cgi-bin/draft/add';
  return textIn(await api.post(path, { articles: [{ article_type: 'news', ...article }] }), 'media_id', path);
}

export async function updateDraft(api: WechatApi, mediaId: string, article: WechatArticle): Promise<void> {
  await api.post('/cgi-bin/draft/update', { media_id: mediaId, index: 0, articles: article });
}

/** The draft whose link holds this key, among the newest twenty; null where there is none. */
export async function findDraft(api: WechatApi, key: string): Promise<string | null> {
  const item = itemWith(await api.post('/cgi-bin/draft/batchget', newest), key);
  return item && typeof item['media_id'] === 'string' ? item['media_id'] : null;
}

export async function submitDraft(api: WechatApi, mediaId: string): Promise<string> {
  const path = '/cgi-bin/freepublish/submit';
  return textIn(await api.post(path, { media_id: mediaId }), 'publish_id', path);
}

/** The address of the published article whose link holds this key, among the newest twenty; null where there is none. */
export async function findPublished(api: WechatApi, key: string): Promise<string | null> {
  const item = itemWith(await api.post('/cgi-bin/freepublish/batchget', newest), key);
  const url = item && newsOf(item).find((news) => isAbout(news, key))?.['url'];
  return typeof url === 'string' ? url : null;
}

export interface Publication {
  readonly outcome: PublishOutcome;
  readonly url: string | null;
}

export async function publicationOf(api: WechatApi, publishId: string): Promise<Publication> {
  const path = '/cgi-bin/freepublish/get';
  const found = readPublication(await api.post(path, { publish_id: publishId }));
  if (!found) throw new WechatUnreachable(path);
  return found;
}

/** As the poll and the event both tell it; numbers may come as text. Null for what is no outcome. */
export function readPublication({ publish_status: status, article_detail: detail }: Reply): Publication | null {
  const outcome = publishOutcomes[Number(status) as keyof typeof publishOutcomes];
  if (status === undefined || outcome === undefined) return null;
  const [item] = listed((detail as Reply | undefined)?.['item']);
  return { outcome, url: typeof item?.['article_url'] === 'string' ? item['article_url'] : null };
}

function itemWith(reply: Reply, key: string): Reply | undefined {
  return listed(reply['item']).find((item) => newsOf(item).some((news) => isAbout(news, key)));
}

function newsOf(item: Reply): Reply[] {
  return listed((item['content'] as Reply | undefined)?.['news_item']);
}

function isAbout(news: Reply, key: string): boolean {
  return typeof news['content_source_url'] === 'string' && news['content_source_url'].includes(key);
}

function listed(value: unknown): Reply[] {
  const items = Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
  return items.filter((item): item is Reply => typeof item === 'object' && item !== null);
}

function textIn(reply: Reply, name: string, path: string): string {
  const value = reply[name];
  if (typeof value !== 'string' || value === '') throw new WechatUnreachable(path);
  return value;
}
