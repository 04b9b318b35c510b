import { blankSession, expectsOf, lengthOf, missingIn, planOf, renamed } from './session-draft.ts';

const draft = { ...blankSession('2026-11-26'), title: ' 夜校：剪枝 ', groupIds: ['g1'] };

describe('a session that is being planned', () => {
  it('says what is still missing, one thing at a time', () => {
    expect(missingIn(blankSession('2026-11-26'))).toBe('还没写名称');
    expect(missingIn({ ...draft, groupIds: [] })).toBe('还没选小组');
    expect(missingIn({ ...draft, to: '19:00' })).toBe('结束要在开始之后');
    expect(missingIn(draft)).toBeNull();
  });

  it('needs no group where a tag or the committee is meant', () => {
    expect(missingIn({ ...draft, groupIds: [], who: 'committee' })).toBeNull();
    expect(expectsOf({ ...draft, who: 'tag', tag: 'cadre' })).toEqual({ kind: 'tag', tag: 'cadre' });
  });

  it('is sent without blanks around words and without what was left empty', () => {
    expect(planOf(draft)).toMatchObject({ title: '夜校：剪枝', venueId: null, agenda: null, monday: null });
    expect(lengthOf(draft)).toBe(90);
  });

  it('begins the words that phones show with what was chosen, and leaves words of one’s own alone', () => {
    expect(renamed('', '', '镇二楼会议室')).toBe('镇二楼会议室');
    expect(renamed('镇二楼会议室，后门进', '镇二楼会议室', '第三学习小组活动室')).toBe('第三学习小组活动室，后门进');
    expect(renamed('镇二楼会议室', '镇二楼会议室', '')).toBe('');
    expect(renamed('柑橘园东头', '', '镇二楼会议室')).toBe('柑橘园东头');
  });
});
