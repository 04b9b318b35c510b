import type { List, Run } from '@weidangxiao/shared/contract/blocks.ts';
import { linesOf, listOf } from './list-lines.ts';

const words = (text: string): Run[] => [{ text }];
const nested: List = {
  type: 'list',
  ordered: true,
  start: 4,
  items: [
    { runs: words('四'), children: { type: 'list', ordered: false, items: [{ runs: words('点') }, { runs: words('又一点'), children: { type: 'list', ordered: true, items: [{ runs: words('里面') }] } }] } },
    { runs: words('五') },
  ],
};

describe('a list as lines', () => {
  it('shows every item once, each at its depth', () => {
    expect(linesOf(nested).map(({ depth, runs }) => [depth, runs[0]?.text])).toEqual([[0, '四'], [1, '点'], [1, '又一点'], [2, '里面'], [0, '五']]);
  });

  it('comes back as it was: depth, kind and the first number', () => {
    expect(listOf(linesOf(nested))).toEqual(nested);
  });

  it('lets no line be more than one step deeper than the one above it', () => {
    const lines = [{ depth: 2, ordered: false, runs: words('一') }, { depth: 4, ordered: false, runs: words('二') }];
    expect(linesOf(listOf(lines)).map(({ depth }) => depth)).toEqual([0, 1]);
  });

  it('keeps a line that stays when the one it hung under is taken away', () => {
    const rest = linesOf(nested).filter((_, index) => index !== 0);
    expect(linesOf(listOf(rest)).map(({ runs }) => runs[0]?.text)).toEqual(['点', '又一点', '里面', '五']);
  });
});
