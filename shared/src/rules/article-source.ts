import type { Block } from '../contract/blocks.ts';
import { articleHtml, type ArticleCard } from './article-html.ts';

/** What WeChat takes: `draft/add` and `uploadimg` as documented. Bytes and characters count the HTML with everything in it. */
export const articleLimits = { title: 32, author: 16, digest: 128, characters: 20_000, bytes: 1_048_576, pictureBytes: 1_048_576 } as const;

/** What `uploadimg` takes. */
const pictureTypes: readonly string[] = ['image/jpeg', 'image/png'];
/** WeChat's addresses of pictures are shorter than this; the true ones are known only when they are uploaded. */
const longestAddress = `https://mmbiz.qpic.cn/${'x'.repeat(180)}`;

export interface ArticleLesson {
  readonly title: string;
  readonly source: string | null;
  readonly blocks: readonly Block[];
  readonly audio: { readonly fileId: string; readonly seconds: number } | null;
}

/** A theme as an article, before its pictures have addresses. */
export interface ArticleSource {
  readonly title: string;
  readonly author: string;
  /** What a reader sees under the title in a list. */
  readonly digest: string;
  readonly blocks: readonly Block[];
  /** The lessons' first picture; null where there is none, and a plain cover is drawn. */
  readonly coverFileId: string | null;
}

/** One lesson after the other, each under its heading; a single one needs no number. */
export function articleSource({ title, lead, author }: { title: string; lead: string; author: string }, lessons: readonly ArticleLesson[]): ArticleSource {
  const blocks = [...opening(lead), ...lessons.flatMap((lesson, index) => lessonBlocks(lesson, lessons.length > 1 ? index + 1 : null))];
  const cover = blocks.find((block) => block.type === 'image');
  return { title: title.replaceAll('\n', ''), author, digest: lead.replaceAll('\n', ' '), blocks, coverFileId: cover?.type === 'image' ? cover.fileId : null };
}

/** Ids of the pictures, each once, in their order. */
export function picturesIn(blocks: readonly Block[]): string[] {
  return [...new Set(blocks.flatMap((block) => (block.type === 'image' ? [block.fileId] : [])))];
}

export interface ArticleFault {
  readonly code: 'ARTICLE_TOO_LONG' | 'ARTICLE_PICTURE';
  readonly field: 'title' | 'author' | 'digest' | 'content' | `pictures.${number}`;
  readonly detail: Readonly<Record<string, string | number>>;
}

export interface Picture {
  readonly contentType: string;
  readonly bytes: number;
}

/** Everything that WeChat would refuse, so that nobody has to ask it first. @param pictures by file id */
export function articleFaults(source: ArticleSource, card: ArticleCard, pictures: ReadonlyMap<string, Picture>): ArticleFault[] {
  return [...wordFaults(source), ...contentFaults(source, card), ...pictureFaults(source, pictures)];
}

function wordFaults({ title, author, digest }: ArticleSource): ArticleFault[] {
  const words = [['title', '主题', title], ['author', '作者', author], ['digest', '导语', digest]] as const;
  return words.flatMap(([field, what, value]) => ([...value].length > articleLimits[field] ? [tooLong(field, what, `${articleLimits[field]}个字`)] : []));
}

/** The limits are said as “less than”. */
function contentFaults({ blocks }: ArticleSource, card: ArticleCard): ArticleFault[] {
  const images = new Map(picturesIn(blocks).map((fileId) => [fileId, longestAddress]));
  const html = articleHtml(blocks, images, { ...card, imageUrl: longestAddress });
  if (html.length < articleLimits.characters && utf8Length(html) < articleLimits.bytes) return [];
  return [{ ...tooLong('content', '正文', '2万个字符，排版也算'), detail: { what: '正文', limit: '2万个字符，排版也算', now: html.length } }];
}

function pictureFaults({ blocks }: ArticleSource, pictures: ReadonlyMap<string, Picture>): ArticleFault[] {
  return picturesIn(blocks).flatMap((fileId, index) => {
    const reason = pictureReason(pictures.get(fileId));
    return reason ? [{ code: 'ARTICLE_PICTURE' as const, field: `pictures.${index}` as const, detail: { number: index + 1, reason } }] : [];
  });
}

function pictureReason(picture: Picture | undefined): string | null {
  if (!picture) return '找不到了';
  if (!pictureTypes.includes(picture.contentType)) return '不是JPG或PNG';
  return picture.bytes >= articleLimits.pictureBytes ? '有1MB或更大' : null;
}

function tooLong(field: ArticleFault['field'], what: string, limit: string): ArticleFault {
  return { code: 'ARTICLE_TOO_LONG', field, detail: { what, limit } };
}

function opening(lead: string): Block[] {
  return lead ? [{ type: 'quote', runs: [{ text: lead }] }] : [];
}

function lessonBlocks({ title, source, blocks, audio }: ArticleLesson, number: number | null): Block[] {
  const heading: Block = { type: 'heading', level: 1, text: number ? `第${number}课　${title}` : title };
  const from: Block[] = source ? [{ type: 'paragraph', runs: [{ text: `来源：${source}` }] }] : [];
  const spoken: Block[] = audio ? [{ type: 'audio', ...audio, title: '这一课的录音' }] : [];
  return [heading, ...spoken, ...blocks, ...from];
}

/** Without an encoder, which WeChat's JavaScript lacks. */
function utf8Length(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
  }
  return bytes;
}
