import fc from 'fast-check';
import type { Block, List, Run } from '../contract/blocks.ts';
import { articleHtml, type ArticleCard } from './article-html.ts';

const picture = '00000000-0000-4000-8000-000000000001';
const other = '00000000-0000-4000-8000-000000000002';
const images = new Map([[picture, 'https://mmbiz.qpic.cn/a?wx_fmt=jpeg&b=1']]);
const linked: ArticleCard = { name: '青禾微党校', title: '把饭碗端牢', appId: 'wx0000000000000001', path: 'pages/week/index?town=qinghe&monday=2026-11-23', imageUrl: 'https://mmbiz.qpic.cn/a' };
const unlinked: ArticleCard = { ...linked, appId: null };
const runs = (...texts: string[]): Run[] => texts.map((text) => ({ text }));
const inside = (html: string): string => html.replace(/^<section style="[^"]*">/, '').replace(/<\/section>$/, '');
const of = (...blocks: Block[]): string => inside(articleHtml(blocks, images, unlinked)).replace(/<p style="margin:0 0 16px">打卡、听课，到“青禾微党校”小程序<\/p>$/, '');

describe('The HTML of an article', () => {
  test('has the styles of what is inherited once, on the whole', () => {
    expect(articleHtml([], images, unlinked)).toBe('<section style="font-size:17px;line-height:1.75;color:#231f19;text-align:left"><p style="margin:0 0 16px">打卡、听课，到“青禾微党校”小程序</p></section>');
  });

  test('of headings, bold words and line breaks', () => {
    expect(of({ type: 'heading', level: 2, text: '管水' }, { type: 'paragraph', runs: [{ text: '先看', bold: true }, { text: '天气。\n再浇' }] })).toBe(
      '<p style="font-size:18px;margin:24px 0 8px"><strong>管水</strong></p><p style="margin:0 0 16px"><strong>先看</strong>天气。<br/>再浇</p>',
    );
  });

  test('of lists inside lists, one that goes on counting', () => {
    const inner: List = { type: 'list', ordered: false, items: [{ runs: runs('留三成') }] };
    expect(of({ type: 'list', ordered: true, start: 3, items: [{ runs: runs('修枝'), children: inner }, { runs: runs('追肥') }] })).toBe(
      '<ol start="3"><li>修枝<ul><li>留三成</li></ul></li><li>追肥</li></ol>',
    );
  });

  test('of a table with joined cells', () => {
    const cell = 'style="border:1px solid #d9d0c1;padding:4px 8px"';
    expect(of({ type: 'table', header: true, rows: [[{ runs: runs('月份'), colspan: 2 }], [{ runs: runs('十一月'), rowspan: 2 }, { runs: runs('施肥') }]] })).toBe(
      `<table style="border-collapse:collapse;width:100%;margin:0 0 16px"><tbody><tr><td colspan="2" ${cell}><strong>月份</strong></td></tr><tr><td rowspan="2" ${cell}>十一月</td><td ${cell}>施肥</td></tr></tbody></table>`,
    );
  });

  test('of a quotation with its source', () => {
    expect(of({ type: 'quote', runs: runs('人勤地不懒'), source: '农谚' })).toMatch(/^<blockquote style="[^"]*">人勤地不懒<br\/>农谚<\/blockquote>$/);
  });

  test('of a picture at WeChat’s address, and the name of one that is not there', () => {
    const image = (fileId: string, caption?: string): Block => ({ type: 'image', fileId, width: 8, height: 6, alt: '果园', ...(caption ? { caption } : {}) });
    expect(of(image(picture, '村里的果园'))).toBe(
      '<p style="margin:0 0 8px"><img src="https://mmbiz.qpic.cn/a?wx_fmt=jpeg&amp;b=1" alt="果园" style="width:100%"/></p><p style="font-size:14px;color:#6f6659;text-align:center;margin:0 0 16px">村里的果园</p>',
    );
    expect(of(image(other))).toContain('（图：果园）');
  });

  test('of sound, film and paper is their name and the way to them', () => {
    const blocks: Block[] = [{ type: 'audio', fileId: other, seconds: 200, title: '朗读' }, { type: 'video', fileId: other, title: '示范' }, { type: 'file', fileId: other, name: '表.xlsx', bytes: 9 }];
    const html = articleHtml(blocks, images, linked);
    for (const named of ['听：朗读，3分20秒（', '看：示范（', '材料：表.xlsx（']) expect(html).toContain(named);
    expect(html).toContain('<a data-miniprogram-appid="wx0000000000000001" data-miniprogram-path="pages/week/index?town=qinghe&amp;monday=2026-11-23" data-miniprogram-type="text" href="">到“青禾微党校”小程序打开</a>');
    expect(of(...blocks)).toContain('到“青禾微党校”小程序打开');
  });

  test('ends with the card of the mini-program where that is linked and has a picture, else with a line of text', () => {
    const card = '<mp-common-miniprogram data-miniprogram-appid="wx0000000000000001" data-miniprogram-path="pages/week/index?town=qinghe&amp;monday=2026-11-23" data-miniprogram-title="把饭碗端牢" data-miniprogram-imageurl="https://mmbiz.qpic.cn/a" data-miniprogram-type="card"></mp-common-miniprogram>';
    expect(inside(articleHtml([], images, linked))).toBe(card);
    expect(inside(articleHtml([], images, { ...linked, imageUrl: null }))).toMatch(/^<p [^>]*><a data-miniprogram-appid=/);
  });
});

/** Texts with what could break out of HTML more often than chance would have it. */
const anyText = (longest: number): fc.Arbitrary<string> =>
  fc.array(fc.oneof(fc.string({ unit: 'grapheme', maxLength: 6 }), fc.constantFrom('<', '>', '"', "'", '&', '&lt;', '</p>', '<script>', ' onload="x"', '\n', '\u0000', '\u001b', '田')), { minLength: 1, maxLength: 5 }).map((parts) => parts.join('').slice(0, longest) || '土');
const someRuns = fc.array(fc.record({ text: anyText(40), bold: fc.constant(true as const) }, { requiredKeys: ['text'] }), { minLength: 1, maxLength: 3 });
const someList: fc.Arbitrary<List> = fc.letrec<{ list: List }>((tie) => ({
  list: fc.record({ type: fc.constant('list' as const), ordered: fc.boolean(), items: fc.array(fc.record({ runs: someRuns, children: fc.option(tie('list'), { nil: undefined, maxDepth: 3 }) }), { minLength: 1, maxLength: 3 }) }),
})).list;
const someBlock: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ type: fc.constant('heading' as const), level: fc.constantFrom(1 as const, 2 as const, 3 as const), text: anyText(40) }),
  fc.record({ type: fc.constant('paragraph' as const), runs: someRuns }),
  someList,
  fc.record({ type: fc.constant('table' as const), header: fc.boolean(), rows: fc.array(fc.array(fc.record({ runs: someRuns }), { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 }) }),
  fc.record({ type: fc.constant('image' as const), fileId: fc.constantFrom(picture, other), width: fc.constant(8), height: fc.constant(6), alt: anyText(40), caption: anyText(40) }),
  fc.record({ type: fc.constant('audio' as const), fileId: fc.constant(other), seconds: fc.integer({ min: 1, max: 7200 }), title: anyText(40) }),
  fc.record({ type: fc.constant('file' as const), fileId: fc.constant(other), name: anyText(40), bytes: fc.constant(1) }),
  fc.record({ type: fc.constant('quote' as const), runs: someRuns, source: anyText(40) }),
);

/** The only shapes of markup that we write ourselves. */
const ownTag = /<(?:\/?(?:section|p|strong|blockquote|ol|ul|li|table|tbody|tr|td|a|mp-common-miniprogram)|br\/|img)(?: [a-z-]+="[^"<>]*")*\/?>/g;
const shown = (written: string): string => written.replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, '').replaceAll('\n', '');
const read = (html: string): string =>
  html.replace(ownTag, '').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&');

function wordsOf(block: Block): string[] {
  if (block.type === 'heading') return [block.text];
  if (block.type === 'paragraph') return block.runs.map(({ text }) => text);
  if (block.type === 'quote') return [...block.runs.map(({ text }) => text), block.source ?? ''];
  if (block.type === 'list') return block.items.flatMap(({ runs: own, children }) => [...own.map(({ text }) => text), ...(children ? wordsOf(children) : [])]);
  if (block.type === 'table') return block.rows.flat().flatMap((cell) => cell.runs.map(({ text }) => text));
  if (block.type === 'image') return [block.caption ?? ''];
  return [block.type === 'file' ? block.name : block.title];
}

describe('Whatever a lesson says', () => {
  const cards = fc.record({ name: anyText(20), title: anyText(20), appId: fc.constantFrom(null, 'wx1'), path: anyText(20), imageUrl: fc.constantFrom(null, 'https://mmbiz.qpic.cn/a') });

  test('none of it becomes markup: without our own tags no bracket is left', () => {
    fc.assert(fc.property(fc.array(someBlock, { maxLength: 6 }), cards, (blocks, card) => {
      expect(articleHtml(blocks, images, card).replace(ownTag, '')).not.toMatch(/[<>]/);
    }), { numRuns: 200 });
  });

  test('all of it is there, in its order', () => {
    fc.assert(fc.property(fc.array(someBlock, { maxLength: 6 }), (blocks) => {
      const html = read(articleHtml(blocks, images, unlinked));
      let from = 0;
      for (const word of blocks.flatMap(wordsOf).map(shown)) {
        const at = html.indexOf(word, from);
        expect(at).toBeGreaterThanOrEqual(0);
        from = at + word.length;
      }
    }), { numRuns: 200 });
  });
});
