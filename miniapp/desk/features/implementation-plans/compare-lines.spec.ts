import { compareLines } from './compare-lines.ts';
import { linesOf } from './plan-lines.ts';

const told = (before: string[], after: string[]): string[] => compareLines(before, after).map(({ kind, text }) => `${{ same: ' ', removed: '-', added: '+' }[kind]}${text}`);

describe('two versions of a plan', () => {
  it('keep what both have, and show what was taken out before what came in its place', () => {
    expect(told(['总则', '每周一次', '附则'], ['总则', '两周一次', '附则'])).toEqual([' 总则', '-每周一次', '+两周一次', ' 附则']);
  });

  it('show what was put in at the end, and what was taken from the beginning', () => {
    expect(told(['一', '二'], ['二', '三'])).toEqual(['-一', ' 二', '+三']);
  });

  it('that say the same have no difference, and an empty one has nothing to keep', () => {
    expect(told(['一', '一'], ['一', '一'])).toEqual([' 一', ' 一']);
    expect(told([], ['一'])).toEqual(['+一']);
    expect(told(['一'], [])).toEqual(['-一']);
  });

  it('lose no line on either side, whatever became of them', () => {
    const before = ['一', '二', '三', '二', '四', '五'];
    const after = ['二', '一', '三', '四', '四', '六', '二'];
    const compared = compareLines(before, after);
    expect(compared.filter(({ kind }) => kind !== 'added').map(({ text }) => text)).toEqual(before);
    expect(compared.filter(({ kind }) => kind !== 'removed').map(({ text }) => text)).toEqual(after);
  });
});

describe('a plan line by line', () => {
  it('has each item of a list and each row of a table, and says what is no text', () => {
    const runs = (text: string) => [{ text }];
    expect(
      linesOf([
        { type: 'heading', level: 1, text: '一、总则' },
        { type: 'paragraph', runs: [{ text: '每周' }, { text: '一次', bold: true }] },
        { type: 'list', ordered: true, items: [{ runs: runs('夜校'), children: { type: 'list', ordered: false, items: [{ runs: runs('周四') }] } }] },
        { type: 'table', header: true, rows: [[{ runs: runs('谁') }, { runs: runs('做什么') }]] },
        { type: 'image', fileId: 'f', width: 1, height: 1, alt: '组织图' },
      ]),
    ).toEqual(['一、总则', '每周一次', '· 夜校', '　· 周四', '谁｜做什么', '图片：组织图']);
  });
});
