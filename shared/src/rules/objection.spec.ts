import { aboutsOf, answererFault, contestUntil, isFrozen, objectionActs, objectionMoves, objectionStates, type ObjectionState, stepOf } from './objection.ts';

test('every state and act: what follows, and nothing else', () => {
  const table = objectionStates.map((state) => `${state}: ${objectionActs.map((act) => objectionMoves[state][act] ?? '-').join(' ')}`);
  expect(table).toEqual([
    'open: signing - - withdrawn',
    'signing: signing answered - withdrawn',
    'answered: - - contested -',
    'contested: resigning - - withdrawn',
    'resigning: resigning final - withdrawn',
    'final: - - - -',
    'withdrawn: - - - -',
  ]);
});

test('a month is objected to by its lines, a year as a whole: its months were on show by themselves', () => {
  expect(aboutsOf('month')).toEqual(['centralized', 'group', 'night', 'selfStudy', 'practice', 'bonus', 'deduction', 'vote', 'whole']);
  expect(aboutsOf('year')).toEqual(['whole']);
});

test('a line is frozen while somebody still has to answer, and free again with the answer', () => {
  expect(objectionStates.filter(isFrozen)).toEqual(['open', 'signing', 'contested', 'resigning']);
});

test('an objection is contested at most once, so it ends', () => {
  const seen = (state: ObjectionState, contested: number): number => Math.max(contested, ...objectionActs.flatMap((act) => {
    const next = objectionMoves[state][act];
    return next && next !== state ? [seen(next, contested + Number(act === 'contest'))] : [];
  }));
  expect(seen('open', 0)).toBe(1);
  expect(objectionStates.filter((state) => stepOf(state) === 2)).toEqual(['contested', 'resigning', 'final']);
});

test('three working days to contest, holidays left out', () => {
  expect(contestUntil('2026-12-11')).toBe('2026-12-16');
  expect(contestUntil('2026-12-30', { off: new Set(['2027-01-01']), worked: new Set() })).toBe('2027-01-05');
});

test('neither whoever it is about, nor who wrote it down, nor who made the record, nor who answered before is one of the three', () => {
  const parties = { memberId: 'm', groupId: 'g', loggedBy: 'l', recordedBy: ['r'], answeredBy: ['a'] };
  const faults = ['m', 'l', 'r', 'a', 'x'].map((memberId) => answererFault({ memberId, leads: [] }, parties));
  expect(faults).toEqual(['own', 'logged', 'recorded', 'answered', null]);
  expect(answererFault({ memberId: 'x', leads: ['g'] }, parties)).toBe('recorded');
  expect(answererFault({ memberId: 'x', leads: ['h'] }, { ...parties, groupId: null })).toBeNull();
});
