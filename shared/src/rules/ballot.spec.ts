import fc from 'fast-check';
import { ballotsNeeded } from './assessment/monthly.ts';
import { defaultRubric, grades } from './assessment/rubric.ts';
import { ballotFault, enoughToVote, padOf, votedMonth } from './ballot.ts';
import { noCounts, paperDifferences, paperFault } from './ballot-paper.ts';

const four = ['a', 'b', 'c', 'd'];

test('a ballot rates everybody of the circle but oneself', () => {
  expect(ballotFault('me', four, { a: 'good', b: 'good', c: 'fair', d: 'poor' })).toBeNull();
  expect(ballotFault('me', four, { a: 'good', b: 'good', c: 'fair', d: 'poor', me: 'excellent' })).toEqual({ why: 'oneself' });
  expect(ballotFault('me', four, { a: 'good', b: 'good', c: 'fair', x: 'poor' })).toEqual({ why: 'unknown' });
  expect(ballotFault('me', four, { a: 'good' })).toEqual({ why: 'missing', count: 3 });
});

test('two ballots of a circle are equally long, whatever is in them', () => {
  const ballot = fc.tuple(...four.map(() => fc.constantFrom(...grades))).map((given) => Object.fromEntries(four.map((memberId, at) => [memberId, given[at] ?? 'good'])));
  const length = (given: Parameters<typeof padOf>[0]): number => JSON.stringify({ grades: given, pad: padOf(given) }).length;
  fc.assert(fc.property(ballot, ballot, (one, other) => length(one) === length(other)));
});

test('a vote is about the month before, on New Year’s Day about December', () => {
  expect([votedMonth('2026-12-04'), votedMonth('2027-01-01'), votedMonth('2026-12-31')]).toEqual(['2026-11', '2026-12', '2026-11']);
});

test('six people can give each other a valid vote, five cannot', () => {
  expect([enoughToVote(6, 5), enoughToVote(5, 5)]).toEqual([true, false]);
});

test('at least five ballots, and three fifths of those who may vote, are a valid vote', () => {
  expect([5, 8, 9, 13, 59].map((entitled) => ballotsNeeded(defaultRubric, entitled))).toEqual([5, 5, 6, 8, 36]);
});

describe('counts out of a paper box', () => {
  const tally = (counts: readonly number[], ballots = 2) => ({ ballots, counts: Object.fromEntries(four.map((memberId, at) => [memberId, { ...noCounts, good: counts[at] ?? 0 }])) });
  const box = { handed: 2, people: four };
  test('can be those of ballots with lines left empty', () => {
    expect(paperFault(tally([2, 2, 1, 1]), box)).toBeNull();
    expect(paperFault(tally([2, 0, 1, 0]), box)).toBeNull();
  });
  test('cannot come from more ballots than were handed out, nor from none', () => {
    expect([paperFault(tally([2, 2, 1, 1], 3), box)?.why, paperFault(tally([0, 0, 0, 0], 0), box)?.why]).toEqual(['ballots', 'ballots']);
  });
  test('cannot give somebody more votes than there are ballots', () => {
    expect(paperFault(tally([3, 1, 1, 1]), box)).toEqual({ why: 'more_than_ballots', memberId: 'a' });
  });
  test('cannot be those of people who rated themselves', () => {
    expect(paperFault(tally([2, 2, 2, 1]), box)).toEqual({ why: 'nobody_left_out' });
  });
  test('are of the circle, all of it', () => {
    expect(paperFault({ ballots: 1, counts: { ...tally([1, 1, 1, 0]).counts, x: noCounts } }, box)).toEqual({ why: 'unknown', memberId: 'x' });
    expect(paperFault({ ballots: 1, counts: { a: noCounts } }, box)).toEqual({ why: 'missing', memberId: 'b' });
  });
  test('differ on those whose grades two people counted differently', () => {
    const other = { ...tally([2, 2, 1, 1]), counts: { ...tally([2, 2, 1, 1]).counts, b: { ...noCounts, fair: 2 } } };
    expect(paperDifferences(tally([2, 2, 1, 1]), other)).toEqual(['b']);
  });
});
