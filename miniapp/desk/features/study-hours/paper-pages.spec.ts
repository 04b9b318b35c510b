import { pagesOf } from './paper-pages.ts';

describe('a list on paper', () => {
  it('goes on over the next page, and loses nobody', () => {
    expect(pagesOf([1, 2, 3, 4, 5], 2)).toEqual([[1, 2], [3, 4], [5]]);
  });

  it('begins no page that stays empty', () => {
    expect(pagesOf([1, 2, 3, 4], 2)).toHaveLength(2);
  });

  it('has one page also when there is nothing to write on it', () => {
    expect(pagesOf([], 16)).toEqual([[]]);
  });
});
