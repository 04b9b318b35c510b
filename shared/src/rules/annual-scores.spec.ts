import fc from 'fast-check';
import { type AnnualFacts, annualOutcome, yearMonths, yearOrder } from './annual-scores/facts.ts';
import { correctedGrade } from './annual-scores/correction.ts';
import { participation } from './annual-scores/dimensions.ts';
import { sumOfYear, yearReceipt } from './annual-scores/receipt.ts';
import { yearAllows, yearStage, yearStages } from './annual-scores.ts';
import { defaultRubric } from './assessment.ts';
import { excellentPlaces } from './assessment/annual.ts';

const monthsOf = (...all: (string | null)[]) => all.map((m, at) => ({ month: `2026-${String(at + 1).padStart(2, '0')}`, m }));
const facts = (more: Partial<AnnualFacts> = {}): AnnualFacts => ({
  ...{ months: monthsOf('86.20', '86.20', '86.20', '86.20', '86.20', '86.20', null), hours: '28', requiredHours: '32', results: '8', W: '10' },
  ...{ centralizedRatio: '1/1', absences: 0, practices: 0, ...more },
});

const open = { monthsLocked: true, run: null, ties: 0, publishedUntil: null };
test('a year runs until its months are locked, is summed up, decided, put up for five days, and locked', () => {
  expect([
    yearStage({ ...open, monthsLocked: false }, '2027-01-12'),
    yearStage(open, '2027-01-18'),
    yearStage({ ...open, run: { scored: false } }, '2027-01-18'),
    yearStage({ ...open, run: { scored: true }, ties: 1 }, '2027-01-18'),
    yearStage({ ...open, run: { scored: true } }, '2027-01-18'),
    yearStage({ ...open, run: { scored: true }, publishedUntil: '2027-01-25' }, '2027-01-25'),
    yearStage({ ...open, run: { scored: true }, publishedUntil: '2027-01-25' }, '2027-01-26'),
  ]).toEqual([...yearStages]);
});

test('after it is published a year is only corrected, line by line', () => {
  expect(yearStages.filter((stage) => yearAllows[stage].includes('run'))).toEqual(['due', 'deciding', 'committee']);
  expect(yearStages.map((stage) => yearAllows[stage])).toEqual([[], ['run'], [], ['run', 'decide'], ['run', 'publish'], ['correct'], ['correct']]);
});

test('too few rated months, or no month in a group, and nobody is graded; each says why', () => {
  expect(annualOutcome(defaultRubric, facts())).toEqual({ T: '85.71', performance: '8.57', grade: 'good', reason: null });
  expect(annualOutcome(defaultRubric, facts({ months: monthsOf('95.00', '95.00', '95.00', '95.00', '95.00') }))).toEqual({ T: null, performance: null, grade: null, reason: 'months' });
  expect(annualOutcome(defaultRubric, facts({ requiredHours: '0' }))).toEqual({ T: null, performance: null, grade: null, reason: 'membership' });
});

test('months entered when the town joined stand before those that were published here', () => {
  const [opening, published] = [monthsOf('80.00', null, '70.00'), [{ month: '2026-03', m: '88.00' }, { month: '2026-04', m: null }]];
  expect(yearMonths(published, opening)).toEqual([{ month: '2026-01', m: '80.00' }, { month: '2026-02', m: null }, { month: '2026-03', m: '88.00' }, { month: '2026-04', m: null }]);
});

test('equals are told apart by centralized study, then absences of all kinds, then practices', () => {
  const months = [
    { centralized: ['present', 'late', 'exempt'], group: { records: ['absent', 'present'] }, practice: { verified: 2 } },
    { centralized: ['absent', 'made_up'], night: ['absent'], practice: { verified: 1 } },
  ] as const;
  // 1 + 0.5 + 0 + 1 of four; the exempt one does not count.
  expect(yearOrder(defaultRubric, months)).toEqual({ centralizedRatio: '5/8', absences: 3, practices: 3 });
  expect(yearOrder(defaultRubric, [{ night: ['present'] }])).toEqual({ centralizedRatio: '1/1', absences: 0, practices: 0 });
});

test('the receipt names each part, how it comes about and what is left to be done', () => {
  const { lines, rounding, sum } = yearReceipt(defaultRubric, facts(), false);
  expect(lines.map(({ label, points, max, formula, stillPossible }) => [label, points, max, formula, stillPossible])).toEqual([
    ['各月得分', '68.96', '80', '6个月平均86.20 × 0.8', null],
    ['学时', '8.75', '10', '10 × 28学时 ÷ 应修32学时', '还差4学时，最多还能记1.25分'],
    ['结果评价', '8.00', '10', '评定委员会凭材料记的', null],
  ]);
  expect([rounding, sum]).toEqual([null, '85.71']);
  expect(yearReceipt(defaultRubric, facts({ months: [], hours: '0', results: '0' }), true)).toMatchObject({ sum: '0.00', rounding: null, lines: [{ formula: '还没有评过的月份' }, { stillPossible: null }, { formula: '还没有记' }] });
});

const figure = (top: number) => fc.integer({ min: 0, max: top }).map((hundredths) => `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}`);
test('whatever the year was, the printed lines add up, and to T where it is graded', () => {
  fc.assert(
    fc.property(fc.array(fc.option(figure(10_000)), { maxLength: 12 }), figure(9_000), figure(5_600).filter((owed) => owed !== '0.00'), figure(1_000), (months, hours, requiredHours, results) => {
      const year = facts({ months: monthsOf(...months), hours, requiredHours, results });
      const receipt = yearReceipt(defaultRubric, year, true);
      expect(sumOfYear(receipt)).toBe(receipt.sum);
      expect(receipt.sum).toBe(annualOutcome({ ...defaultRubric, year: { ...defaultRubric.year, leastMonths: 1 } }, year).T ?? receipt.sum);
      expect(Math.abs(Number(receipt.rounding ?? '0'))).toBeLessThanOrEqual(0.01);
    }),
  );
});

test('whoever is corrected upwards is excellent only where the cap leaves a place', () => {
  const excellent = { T: '91.00', performance: '9.10', grade: 'excellent', reason: null } as const;
  expect([5, 6, 8].map((graded) => excellentPlaces(defaultRubric, graded))).toEqual([1, 2, 2]);
  expect(correctedGrade(defaultRubric, excellent, { graded: 5, excellent: 1 })).toBe('excellent');
  expect(correctedGrade(defaultRubric, excellent, { graded: 4, excellent: 1 })).toBe('good');
  expect(correctedGrade(defaultRubric, { ...excellent, grade: 'fair' }, { graded: 4, excellent: 0 })).toBe('fair');
  expect(correctedGrade(defaultRubric, { T: null, performance: null, grade: null, reason: 'months' }, { graded: 4, excellent: 0 })).toBeNull();
});

test('a group’s five kinds count times: who was there, of those who could be', () => {
  const counted = participation([
    { centralized: ['present', 'late', 'leave', 'absent', 'exempt'], group: { records: ['made_up'] }, selfStudy: { mondays: 4, done: 3 }, practice: { offered: true, verified: 2 } },
    { centralized: ['left_early'], selfStudy: { mondays: 2, done: 0 }, practice: { offered: true } },
    { practice: { verified: 0 } },
  ]);
  expect(Object.fromEntries(counted.map(({ dimension, took, of }) => [dimension, [took, of]]))).toEqual({ centralized: [3, 5], group: [1, 1], night: [0, 0], selfStudy: [3, 6], practice: [1, 2] });
});
