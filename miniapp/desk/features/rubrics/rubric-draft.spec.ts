import { defaultRubric } from '@weidangxiao/shared/rules/assessment/rubric.ts';
import { draftOf, faultsByField, freeMonth, nextVersion, pointsOf, rubricFrom } from './rubric-draft.ts';

const draft = draftOf(defaultRubric);
const from = (changes: Record<string, string>) => rubricFrom({ ...draft, ...changes }, defaultRubric);

describe('a rubric that is being written', () => {
  it('begins with what holds, to the last figure', () => {
    expect(rubricFrom(draft, defaultRubric)).toEqual(defaultRubric);
    expect(faultsByField(rubricFrom(draft, defaultRubric)).size).toBe(0);
  });

  it('reads figures however they are typed', () => {
    const { max, contribution, practice, credit, leastDimensions } = from({ 'max.night': ' １５ ', contribution: '05.50', practice: '8， 4,3', 'credit.leave': '', leastDimensions: '３' });
    expect([max.night, contribution, practice, credit.leave, leastDimensions]).toEqual(['15', '5.5', ['8', '4', '3'], null, 3]);
  });

  it('says what the five come to', () => {
    expect([pointsOf(from({})), pointsOf(from({ 'max.night': '12.5' })), pointsOf(from({ 'max.night': '20' })), pointsOf(from({ 'max.night': '' }))]).toEqual([
      { total: '100', words: '正好100' },
      { total: '97.5', words: '还差2.5分' },
      { total: '105', words: '多了5分' },
      null,
    ]);
  });

  it('puts each fault where its field stands', () => {
    expect([...faultsByField(from({ practice: '10、x', leastDimensions: '', 'vote.trimFrom': '2' }))].map(([field]) => field)).toEqual(['practice', 'leastDimensions', 'vote.trimFrom']);
  });

  it('begins with the first month to come that has none', () => {
    expect([freeMonth('2026-11', []), freeMonth('2026-11', ['2026-12']), freeMonth('2026-11', ['2026-12', '2027-01'])]).toEqual(['2026-12', '2027-01', '2027-02']);
  });

  it('is called after the year it begins in', () => {
    expect([nextVersion('2026-12', ['2026-1', '2026-2']), nextVersion('2027-01', ['2026-1'])]).toEqual(['2026-3', '2027-1']);
  });
});
