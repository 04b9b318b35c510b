import { blankSession, expectsOf, lengthOf, missingIn, planOf } from './session-draft.ts';

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
});
