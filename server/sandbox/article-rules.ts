import { isObject, type JsonObject } from './api-request.ts';
import type { NewsItem, OfficialAccount } from './official-accounts.ts';
import { WechatRefusal } from './wechat-refusal.ts';

const mostTitle = 32;
const mostAuthor = 16;
const mostDigest = 128;
const contentCharacters = 20_000;
const contentBytes = 1_048_576;
const sourceBytes = 1_024;
const defaultDigest = 54;

/** An article as `draft/add` and `draft/update` take it. @throws WechatRefusal 45003, 45110, 45004, 44003, 45166, 40007. WECHAT.md §5 */
export function readNews(account: OfficialAccount, value: unknown): NewsItem {
  if (!isObject(value)) throw new WechatRefusal(47001);
  const title = textOf(value, 'title');
  if (title === '' || lengthOf(title) > mostTitle) throw new WechatRefusal(45003);
  const author = textOf(value, 'author');
  if (lengthOf(author) > mostAuthor) throw new WechatRefusal(45110);
  const content = readContent(account, textOf(value, 'content'));
  const digest = textOf(value, 'digest') || [...content.replace(/<[^>]*>/g, '')].slice(0, defaultDigest).join('');
  if (lengthOf(digest) > mostDigest) throw new WechatRefusal(45004);
  const source = textOf(value, 'content_source_url');
  if (Buffer.byteLength(source) > sourceBytes) throw new WechatRefusal(45166, 'content_source_url');
  const thumb = textOf(value, 'thumb_media_id');
  // Required for news, and permanent material.
  if (!account.material.has(thumb)) throw new WechatRefusal(40007, 'thumb_media_id');
  return { title, author, digest, content, content_source_url: source, thumb_media_id: thumb };
}

function readContent(account: OfficialAccount, content: string): string {
  if (content.trim() === '') throw new WechatRefusal(44003);
  if (content.length >= contentCharacters || Buffer.byteLength(content) >= contentBytes) throw new WechatRefusal(45166);
  // Only a mini-program that is linked to the account may stand in it. §5, Embedding
  for (const [, appId = ''] of content.matchAll(/data-miniprogram-appid="([^"]*)"/g)) if (!account.settings.miniPrograms?.includes(appId)) throw new WechatRefusal(45166, 'miniprogram');
  // Scripts, styles and classes go, as do pictures from elsewhere. §5
  return content
    .replace(/<(script|style)\b[\s\S]*?<\/\1>/gi, '')
    .replace(/\s(?:class|id|on\w+)="[^"]*"/gi, '')
    .replace(/<img\b[^>]*>/gi, (tag) => (/\ssrc="http:\/\/mmbiz\.qpic\.cn\//.test(tag) ? tag : ''));
}

/** What `uploadimg` takes: JPG or PNG under a megabyte. @throws WechatRefusal 41005, 40005, 40009 */
export function readPicture(bytes: Buffer | null, mostBytes: number): { type: 'png' | 'jpg'; bytes: Buffer } {
  if (!bytes || bytes.length === 0) throw new WechatRefusal(41005);
  const type = bytes.subarray(0, 8).toString('latin1') === '\x89PNG\r\n\x1a\n' ? 'png' : bytes[0] === 0xff && bytes[1] === 0xd8 ? 'jpg' : null;
  if (!type) throw new WechatRefusal(40005);
  if (bytes.length >= mostBytes) throw new WechatRefusal(40009);
  return { type, bytes };
}

function textOf(value: JsonObject, name: string): string {
  const text = value[name];
  return typeof text === 'string' ? text : '';
}

const lengthOf = (text: string): number => [...text].length;
