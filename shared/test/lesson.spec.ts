import type { Block, Run } from '../src/contract/blocks.ts';
import { plainText, readingMinutes } from '../src/rules/lesson.ts';

const runs = (...texts: string[]): Run[] => texts.map((text) => ({ text }));
const paragraph = (text: string): Block => ({ type: 'paragraph', runs: runs(text) });
const fileId = '00000000-0000-4000-8000-000000000001';

const every: Block[] = [
  { type: 'heading', level: 1, text: '柑橘保果' },
  { type: 'paragraph', runs: [{ text: '先看', bold: true }, { text: '天气。' }] },
  {
    type: 'list',
    ordered: true,
    items: [
      { runs: runs('修枝'), children: { type: 'list', ordered: false, items: [{ runs: runs('留三成') }, { runs: runs('剪病枝') }] } },
      { runs: runs('追肥') },
    ],
  },
  { type: 'table', header: true, rows: [[{ runs: runs('月份') }, { runs: runs('做什么') }], [{ runs: runs('十一月') }, { runs: runs('施', '基肥') }]] },
  { type: 'image', fileId, width: 800, height: 600, alt: '果园', caption: '村里的果园' },
  { type: 'image', fileId, width: 800, height: 600, alt: '没有说明' },
  { type: 'audio', fileId, seconds: 60, title: '朗读' },
  { type: 'video', fileId, title: '示范' },
  { type: 'file', fileId, name: '表.xlsx', bytes: 10 },
  { type: 'quote', runs: runs('人勤地不懒'), source: '农谚' },
];

describe('The words of a lesson', () => {
  test('are what stands in it, in its order, lists inside lists and cells of tables too', () => {
    expect(plainText(every).split('\n')).toEqual(['柑橘保果', '先看天气。', '修枝', '留三成', '剪病枝', '追肥', '月份 做什么', '十一月 施基肥', '村里的果园', '人勤地不懒']);
  });

  test('of an empty lesson are none', () => {
    expect(plainText([])).toBe('');
  });
});

describe('The reading time', () => {
  test.each([
    [0, 1],
    [10, 1],
    [449, 1],
    [450, 2],
    [3000, 10],
  ])('of %d characters is %d minutes', (characters, minutes) => {
    expect(readingMinutes([paragraph('字'.repeat(characters))])).toBe(minutes);
  });

  test('does not count spaces, and counts a rare character or an emoji as one', () => {
    expect(readingMinutes([paragraph(`${'字　 '.repeat(449)}`)])).toBe(1);
    expect(readingMinutes([paragraph('𠮷'.repeat(449))])).toBe(1);
    expect(readingMinutes([paragraph('🍊'.repeat(450))])).toBe(2);
  });
});
