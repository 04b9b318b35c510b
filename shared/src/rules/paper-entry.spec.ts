import { countsTyped, fewPaperWarning, onlyDigits, tallyTyped, totalsInChinese, totalsTyped } from './paper-entry.ts';

const people = ['a', 'b', 'c', 'd'];

test('a field that is left empty counts as none, and takes digits alone', () => {
  expect(countsTyped({ good: '3', fair: '' })).toEqual({ excellent: 0, good: 3, fair: 0, poor: 0 });
  expect([onlyDigits('1 2'), onlyDigits('三3'), onlyDigits('12345'), onlyDigits('-1')]).toEqual(['12', '3', '123', '1']);
});

test('everybody has a line, whether something was typed into it or not', () => {
  expect(Object.keys(tallyTyped('2', people, { a: { good: '1' } }).counts)).toEqual(people);
});

test('two ballots of four people have six grades: it says whether the lines come to that', () => {
  const tally = (good: string) => tallyTyped('2', people, Object.fromEntries(people.map((memberId, at) => [memberId, { good: at < 2 ? '1' : good }])));
  expect(totalsTyped(tally('2'))).toEqual({ typed: 6, most: 6 });
  expect(totalsInChinese(tally('2'))).toEqual({ short: '应有6个圈，录了6个，对得上', words: '2张票，每张评3人，应有6个圈，录了6个，对得上', tone: 'green' });
  expect(totalsInChinese(tally('3')).words).toContain('多了2个，请核对');
  expect(totalsInChinese(tally('1')).words).toContain('还差2个');
  expect(totalsInChinese(tallyTyped('', people, {})).words).toBe('先填箱里有几张票');
});

test('as long as a few ballots are out it says what to do about it', () => {
  expect([fewPaperWarning(0), fewPaperWarning(4)]).toEqual([null, null]);
  expect(fewPaperWarning(1)).toContain('再发3张就好');
});
