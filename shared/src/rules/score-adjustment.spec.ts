import { factsSince, signedHundredths, standingPoints } from './score-adjustment.ts';

test('points add up by their sign, and what was taken back is gone with what takes it back', () => {
  const one = (id: string, points: number | null, reverses: string | null = null) => ({ id, points, reverses });
  expect(standingPoints([])).toEqual({ bonus: [], deductions: [] });
  expect(standingPoints([one('a', 200), one('b', -150), one('c', null), one('d', 5)])).toEqual({ bonus: ['2.00', '0.05'], deductions: ['1.50'] });
  expect(standingPoints([one('a', 200), one('b', -200, 'a'), one('c', -50)])).toEqual({ bonus: [], deductions: ['0.50'] });
});

test('a Monday whose theme went out after the cut-off is owed by nobody, and a check-in on one still counts', () => {
  const selfStudy = (mondays: number, done: number) => ({ selfStudy: { mondays, done, notes: 0 } });
  expect(factsSince(selfStudy(4, 3), selfStudy(5, 3))).toEqual(selfStudy(4, 3));
  expect(factsSince(selfStudy(4, 3), selfStudy(5, 5))).toEqual(selfStudy(5, 5));
  // An exemption that was entered later takes a Monday out.
  expect(factsSince(selfStudy(4, 3), selfStudy(3, 3))).toEqual(selfStudy(3, 3));
  expect(factsSince(selfStudy(4, 3), { centralized: ['present'] })).toEqual({ centralized: ['present'] });
});

test('points are read with their sign to the hundredth', () => {
  expect(['2', '-1.5', '0.05', '-0.05', '12.34'].map(signedHundredths)).toEqual([200, -150, 5, -5, 1234]);
});
