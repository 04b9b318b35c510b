import fc from 'fast-check';
import { defaultRubric, type MonthFacts, monthlyScore } from './assessment.ts';
import { attendanceStatuses } from './assessment/rubric.ts';
import { add, compare, type Fraction, parseFraction, sum, toTwoPlaces } from './fraction.ts';
import type { PointEntry } from './receipt/given-points.ts';
import { type Receipt, receiptOf } from './receipt.ts';
import { pointKinds, twoPlaces } from './score-entry.ts';

const attendance = fc.array(fc.constantFrom(...attendanceStatuses), { maxLength: 7 });
const points = fc.array(fc.tuple(fc.nat(12), fc.nat(999)).map(([whole, part]) => `${whole}.${String(part).padStart(3, '0')}`), { maxLength: 3 });
const selfStudy = fc.nat(5).chain((mondays) => fc.record({ mondays: fc.constant(mondays), done: fc.nat(mondays), notes: fc.nat(2) }));
const someFacts: fc.Arbitrary<MonthFacts> = fc.record(
  {
    centralized: attendance,
    night: attendance,
    group: fc.record({ records: attendance, contributed: fc.boolean() }),
    selfStudy,
    practice: fc.record({ offered: fc.boolean(), verified: fc.nat(3) }),
    bonus: points,
    deductions: points,
  },
  { requiredKeys: [] },
);

const twoPlaced = fc.integer({ min: 1, max: 2_000 }).map(twoPlaces);
const entries = fc.array(fc.record({ kind: fc.constantFrom(...pointKinds), points: twoPlaced }), { maxLength: 6 }).map((all) => all.map((entry, at): PointEntry => ({ ...entry, entryId: `${at}`, on: '2026-11-20', reason: '帮工', evidence: '照片', hasFile: false })));

const receipt = (facts: MonthFacts, best: MonthFacts = facts, ended = false): Receipt => receiptOf(defaultRubric, { month: '2026-11', ended, facts, best, events: {}, hints: {} });
const value = (text: string): Fraction => parseFraction(text) ?? fail(text);
const fail = (text: string): never => {
  throw new Error(`${text} is not a figure`);
};

test('the lines add up to the sum, and the sum with the adjustments to S, whatever the facts', () => {
  fc.assert(
    fc.property(someFacts, (facts) => {
      const { lines, sumEarned, sumMax, adjustments, S } = receipt(facts);
      expect(toTwoPlaces(sum(lines.map(({ earned }) => value(earned))))).toBe(sumEarned);
      expect(compare(sum(lines.filter(({ offered }) => offered).map(({ max }) => value(max))), value(sumMax))).toBe(0);
      if (S !== null) expect(toTwoPlaces(add(value(sumEarned), sum(adjustments.map(({ points }) => value(points)))))).toBe(S);
    }),
    { numRuns: 500 },
  );
});

test('every bonus and deduction is shown; with its cap what counts of them is the step to S, and with all steps the lines still make S', () => {
  fc.assert(
    fc.property(someFacts, entries, (facts, all) => {
      const { given, adjustments, sumEarned, S } = receiptOf(defaultRubric, { month: '2026-11', ended: false, facts, best: facts, events: {}, hints: {}, entries: all });
      expect(given.flatMap((one) => one.entries)).toEqual(pointKinds.flatMap((kind) => all.filter((entry) => entry.kind === kind)));
      for (const { kind, counted, label, rule, entries: shown } of given) {
        const total = sum(shown.map(({ points }) => value(points)));
        const most = value(kind === 'bonus' ? defaultRubric.mostBonus : defaultRubric.mostDeduction);
        const isCapped = compare(total, most) > 0;
        expect(rule.includes('最多')).toBe(isCapped);
        if (S === null) expect(counted).toBe('0.00');
        else expect({ counted, step: adjustments.find((step) => step.label === label)?.points }).toEqual({ counted: toTwoPlaces(isCapped ? most : total), step: `${kind === 'deduction' ? '-' : ''}${counted}` });
      }
      if (S !== null) expect(toTwoPlaces(add(value(sumEarned), sum(adjustments.map(({ points }) => value(points)))))).toBe(S);
    }),
    { numRuns: 300 },
  );
});

test('the rule behind points names the sum, the cap where it bites, and what a month without a score makes of them', () => {
  const entry = (points: string, kind: PointEntry['kind'] = 'bonus'): PointEntry => ({ entryId: points, kind, points, on: '2026-11-20', reason: '帮工', evidence: '照片', hasFile: false });
  const given = (all: PointEntry[], facts: MonthFacts, ended = false) => receiptOf(defaultRubric, { month: '2026-11', ended, facts, best: facts, events: {}, hints: {}, entries: all });
  const rated: MonthFacts = { selfStudy: { mondays: 4, done: 4 }, practice: { offered: true, verified: 1 } };
  expect(given([entry('4.00'), entry('3.00'), entry('0.50', 'deduction')], rated).given).toMatchObject([
    { kind: 'bonus', label: '加分', counted: '5.00', rule: '4 + 3 = 7，一个月最多加5分，规则2026-1版' },
    { kind: 'deduction', label: '扣分', counted: '0.50', rule: '0.5，规则2026-1版' },
  ]);
  expect(given([entry('4.00'), entry('3.00')], rated).spoken).toBe('十一月已记26分，个人自学16分，满分20，实践学习10分，满分15，其余本月没有，加分5分。');
  expect(given([entry('2.00')], {}).given).toMatchObject([{ counted: '0.00', rule: '2，够两种学习再计入，规则2026-1版' }]);
  expect(given([entry('2.00')], {}, true).given).toMatchObject([{ counted: '0.00', rule: '2，这个月不评，不计入，规则2026-1版' }]);
});

test('S and the lines are those of the rating itself, and what is not offered earns nothing', () => {
  fc.assert(
    fc.property(someFacts, (facts) => {
      const { S, lines } = receipt(facts);
      const score = monthlyScore(defaultRubric, facts);
      expect(S).toBe(score.S);
      expect(lines.filter(({ offered }) => offered).map(({ dimension, earned, max }) => ({ dimension, earned, max }))).toEqual(score.lines);
      for (const line of lines.filter(({ offered }) => !offered)) expect(line).toMatchObject({ earned: '0.00', formula: null });
    }),
    { numRuns: 300 },
  );
});

test('what is recorded and what still can be are what the best month would give', () => {
  fc.assert(
    fc.property(selfStudy, selfStudy, (facts, best) => {
      const { sumEarned, mostStill } = receipt({ selfStudy: facts }, { selfStudy: best });
      const reached = add(value(sumEarned), value(mostStill));
      const wanted = value(receipt({ selfStudy: best }).sumEarned);
      expect(compare(reached, compare(wanted, value(sumEarned)) > 0 ? wanted : value(sumEarned))).toBe(0);
    }),
  );
});

test('self-study alone: the sum in words, no S, and not a word about a grade', () => {
  const { lines, S, sumEarned, sumMax, mostStill, spoken, adjustments } = receipt({ selfStudy: { mondays: 5, done: 1, notes: 0 } }, { selfStudy: { mondays: 5, done: 4, notes: 1 } });
  expect({ S, sumEarned, sumMax, mostStill, adjustments }).toEqual({ S: null, sumEarned: '3.20', sumMax: '20', mostStill: '13.60', adjustments: [] });
  expect(lines.find(({ offered }) => offered)).toMatchObject({ label: '个人自学', formula: '16 × 打卡1次 ÷ 5个周一 = 3.2，规则2026-1版', stillPossible: '最多还能记13.6分' });
  expect(spoken).toBe('十一月已记3.2分，个人自学3.2分，满分20，其余本月没有，最多还能记13.6分。');
});

test('formulas name every part of a dimension', () => {
  const facts: MonthFacts = { group: { records: ['present', 'late'], contributed: true }, centralized: ['present'], practice: { offered: true, verified: 2 }, selfStudy: { mondays: 4, done: 3, notes: 1 }, night: ['exempt'] };
  expect(receipt(facts).lines.map(({ formula }) => formula)).toEqual([
    '30 × 1 ÷ 1次 = 30，规则2026-1版',
    '15 × (1 + 0.5) ÷ 2次 + 发言5 = 16.25，规则2026-1版',
    null,
    '16 × 打卡3次 ÷ 4个周一 + 心得4 = 16，规则2026-1版',
    '10 + 5 = 15，规则2026-1版',
  ]);
});

test('a month with nothing says so; one that ended with a single kind is not rated', () => {
  expect(receipt({})).toMatchObject({ sumEarned: '0.00', sumMax: '0', S: null, mostStill: '0.00', spoken: '十一月还没有记录' });
  expect(receipt({ selfStudy: { mondays: 4, done: 4 } }, undefined, true).spoken).toBe('十一月记16分，个人自学16分，满分20，其余本月没有，学习种类不够，这个月不评。');
});

test('the steps from the sum to S are rescaling, bonus and deduction, each printed', () => {
  const { adjustments, S } = receipt({ selfStudy: { mondays: 4, done: 4 }, practice: { offered: true, verified: 1 }, bonus: ['2'], deductions: ['0.5'] });
  expect(S).toBe('75.79');
  expect(adjustments).toEqual([
    { label: '按本月有的35分，折算成100分', points: '48.29' },
    { label: '加分', points: '2.00' },
    { label: '扣分', points: '-0.50' },
  ]);
});
