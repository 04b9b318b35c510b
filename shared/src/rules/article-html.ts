import type { Block, List, Run, Table, TableCell } from '../contract/blocks.ts';

/** WeChat's own addresses of the lessons' pictures, by file id: pictures from elsewhere are stripped. */
export type ArticleImages = ReadonlyMap<string, string>;

/** The way from the article into the mini-program. */
export interface ArticleCard {
  /** Name of the school, as the mini-program is called. */
  readonly name: string;
  /** What the card says. */
  readonly title: string;
  /** Of the mini-program; null while it is not linked to the official account, which then would refuse the article. */
  readonly appId: string | null;
  /** Page and query inside the mini-program, without a leading slash. */
  readonly path: string;
  /** WeChat's address of the card's picture; without one the card is a line of text. */
  readonly imageUrl: string | null;
}

/** WeChat strips classes and style sheets. What is inherited stands once, on the whole, because every character counts against the limit. */
const whole = 'font-size:17px;line-height:1.75;color:#231f19;text-align:left';
const headings = { 1: 'font-size:20px;margin:28px 0 8px', 2: 'font-size:18px;margin:24px 0 8px', 3: 'margin:20px 0 8px' } as const;
const paragraph = 'margin:0 0 16px';
const quoted = 'margin:0 0 16px;padding:4px 0 4px 14px;border-left:3px solid #b5852b;color:#574f44';
const small = 'font-size:14px;color:#6f6659;text-align:center;margin:0 0 16px';
const ruled = 'border:1px solid #d9d0c1;padding:4px 8px';

/** The body of an official account's article; every word of the lesson is escaped, so nothing that was written becomes markup. */
export function articleHtml(blocks: readonly Block[], images: ArticleImages, card: ArticleCard): string {
  const body = blocks.map((block) => blockHtml(block, images, card)).join('');
  return `<section style="${whole}">${body}${wayBack(card)}</section>`;
}

function blockHtml(block: Block, images: ArticleImages, card: ArticleCard): string {
  switch (block.type) {
    case 'heading':
      return `<p style="${headings[block.level]}"><strong>${text(block.text)}</strong></p>`;
    case 'paragraph':
      return `<p style="${paragraph}">${words(block.runs)}</p>`;
    case 'quote':
      return `<blockquote style="${quoted}">${words(block.runs)}${block.source ? `<br/>${text(block.source)}` : ''}</blockquote>`;
    case 'list':
      return listHtml(block);
    case 'table':
      return tableHtml(block);
    case 'image':
      return pictureHtml(block, images);
    case 'audio':
      return elsewhere(`听：${block.title}${lengthOf(block.seconds)}`, card);
    case 'video':
      return elsewhere(`看：${block.title}${lengthOf(block.seconds)}`, card);
    case 'file':
      return elsewhere(`材料：${block.name}`, card);
  }
}

function words(runs: readonly Run[]): string {
  return runs.map(({ text: piece, bold }) => (bold ? `<strong>${text(piece)}</strong>` : text(piece))).join('');
}

function listHtml({ ordered, start, items }: List): string {
  const lines = items.map(({ runs, children }) => `<li>${words(runs)}${children ? listHtml(children) : ''}</li>`).join('');
  return ordered ? `<ol${start ? ` start="${start}"` : ''}>${lines}</ol>` : `<ul>${lines}</ul>`;
}

function tableHtml({ header, rows }: Table): string {
  const lines = rows.map((cells, row) => `<tr>${cells.map((cell) => cellHtml(cell, header && row === 0)).join('')}</tr>`).join('');
  return `<table style="border-collapse:collapse;width:100%;margin:0 0 16px"><tbody>${lines}</tbody></table>`;
}

function cellHtml({ runs, colspan, rowspan }: TableCell, isHead: boolean): string {
  const spans = `${colspan ? ` colspan="${colspan}"` : ''}${rowspan ? ` rowspan="${rowspan}"` : ''}`;
  return `<td${spans} style="${ruled}">${isHead ? `<strong>${words(runs)}</strong>` : words(runs)}</td>`;
}

/** A picture that WeChat has not got is named, so that nobody misses it unknowingly. */
function pictureHtml({ fileId, alt, caption }: Extract<Block, { type: 'image' }>, images: ArticleImages): string {
  const url = images.get(fileId);
  const shown = url ? `<p style="margin:0 0 8px"><img src="${attribute(url)}" alt="${attribute(alt)}" style="width:100%"/></p>` : `<p style="${small}">（图：${text(alt || '到小程序里看')}）</p>`;
  return caption ? `${shown}<p style="${small}">${text(caption)}</p>` : shown;
}

/** What an article cannot hold is named, with the way to where it is. */
function elsewhere(what: string, card: ArticleCard): string {
  return `<p style="${paragraph}">${text(what)}（${link(card, `到“${card.name}”小程序打开`)}）</p>`;
}

function wayBack(card: ArticleCard): string {
  const { appId, path, title, imageUrl, name } = card;
  if (!appId || !imageUrl) return `<p style="${paragraph}">${link(card, `打卡、听课，到“${name}”小程序`)}</p>`;
  const data = [['appid', appId], ['path', path], ['title', title], ['imageurl', imageUrl], ['type', 'card']] as const;
  return `<mp-common-miniprogram ${data.map(([key, value]) => `data-miniprogram-${key}="${attribute(value)}"`).join(' ')}></mp-common-miniprogram>`;
}

function link({ appId, path }: ArticleCard, label: string): string {
  if (!appId) return text(label);
  return `<a data-miniprogram-appid="${attribute(appId)}" data-miniprogram-path="${attribute(path)}" data-miniprogram-type="text" href="">${text(label)}</a>`;
}

function lengthOf(seconds: number | undefined): string {
  if (!seconds) return '';
  const minutes = Math.floor(seconds / 60);
  return `，${minutes > 0 ? `${minutes}分` : ''}${seconds % 60 > 0 ? `${seconds % 60}秒` : ''}`;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** A line break stays one; other control characters are no text. */
function text(value: string): string {
  return escaped(value).replaceAll('\n', '<br/>');
}

/** For values in double quotes. */
function attribute(value: string): string {
  return escaped(value).replaceAll('\n', ' ');
}

function escaped(value: string): string {
  return value.replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, '').replace(/[&<>"']/g, (character) => entities[character] ?? '');
}
