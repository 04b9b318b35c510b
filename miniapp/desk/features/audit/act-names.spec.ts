import { actName, allActs, placeOfAct } from './act-names.ts';

describe('a row of the audit', () => {
  it('is told in words', () => {
    expect(actName('roster-import.written')).toBe('导入花名册');
  });

  it('of every route has words: whoever adds one names it here', () => {
    expect(allActs().filter(({ value, label }) => label === value)).toEqual([]);
  });

  it('leads to what it was about, where there is a page for it', () => {
    expect(placeOfAct('member.moved', 'm1')).toBe('/members/m1');
    expect(placeOfAct('roster-import.written', 'i1')).toBe('/imports/i1');
    expect(placeOfAct('theme.approved', 't1')).toBeNull();
  });

  it('leads nowhere when the thing is gone', () => {
    expect(placeOfAct('lesson.deleted', 'l1')).toBeNull();
  });
});
