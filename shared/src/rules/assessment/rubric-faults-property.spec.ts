import fc from 'fast-check';
import { compare, parseFraction, whole, zero } from '../fraction.ts';
import { annualScore } from './annual.ts';
import type { MonthFacts } from './facts.ts';
import { monthlyScore } from './monthly.ts';
import { attendanceStatuses, dimensionKeys, defaultRubric, grades, type Rubric } from './rubric.ts';
import { rubricFaults } from './rubric-faults.ts';

/** Hundredths as a rubric writes them. */
const figure = (hundredths: number): string => String(hundredths / 100);
const share = fc.integer({ min: 0, max: 100 }).map(figure);
const points = fc.integer({ min: 0, max: 10_000 });

/** So many figures of at least one hundredth that add up to 100 points. */
const partsOf = (count: number) =>
  fc.uniqueArray(fc.integer({ min: 1, max: 9_999 }), { minLength: count - 1, maxLength: count - 1 }).map((cuts) => {
    const edges = [0, ...cuts.sort((a, b) => a - b), 10_000];
    return edges.slice(1).map((edge, at) => edge - (edges[at] ?? 0));
  });

const falling = (count: number) => fc.uniqueArray(points, { minLength: count, maxLength: count }).map((all) => all.sort((a, b) => b - a).map(figure));
const named = <Key extends string>(keys: readonly Key[], values: readonly string[]) => Object.fromEntries(keys.map((key, at) => [key, values[at] ?? '0'])) as Record<Key, string>;

const rubrics = fc
  .record({
    max: partsOf(5),
    credits: fc.array(fc.option(share), { minLength: 7, maxLength: 7 }),
    parts: fc.tuple(share, share, fc.array(share, { minLength: 1, maxLength: 4 })),
    values: falling(4),
    bands: falling(3),
    limits: fc.tuple(points, points),
    counts: fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 3, max: 100 }), fc.integer({ min: 3, max: 100 }), fc.integer({ min: 1, max: 12 })),
    shares: fc.tuple(share, share, share),
    hours: fc.integer({ min: 0, max: 2_000 }),
    year: fc.integer({ min: 0, max: 80 }),
  })
  .map(({ max, credits, parts, values, bands, limits, counts, shares, hours, year }): Rubric => {
    const maxima = named(dimensionKeys, max.map(figure));
    const within = (of: string, part: string): string => figure(Math.floor(Number(of) * Number(part) * 100));
    const mostResults = 10_000 - year * 100 - hours;
    return {
      ...{ ...defaultRubric, max: maxima, contribution: within(maxima.group, parts[0]), note: within(maxima.selfStudy, parts[1]) },
      practice: parts[2].map((part) => within(maxima.practice, figure(Math.floor((Number(part) * 100) / parts[2].length)))),
      credit: { ...(Object.fromEntries(attendanceStatuses.map((status, at) => [status, credits[at] ?? null])) as Rubric['credit']), present: '1', exempt: null },
      ...{ mostBonus: figure(limits[0]), mostDeduction: figure(limits[1]), leastDimensions: counts[0], bands: named(['excellent', 'good', 'fair'], bands) },
      vote: { values: named(grades, values), leastBallots: counts[1], trimFrom: counts[2], leastShare: shares[0], weight: shares[1] },
      year: { monthsWeight: figure(year), hoursPoints: figure(hours), mostResults: figure(mostResults), leastMonths: counts[3], excellentShare: shares[2] },
    };
  });

const records = fc.array(fc.constantFrom(...attendanceStatuses), { maxLength: 8 });
const facts: fc.Arbitrary<MonthFacts> = fc
  .record({ centralized: records, night: records, records, contributed: fc.boolean(), mondays: fc.integer({ min: 0, max: 5 }), done: fc.integer({ min: 0, max: 5 }), notes: fc.nat(2), offered: fc.boolean(), verified: fc.nat(5), bonus: points, cast: fc.array(fc.nat(9), { minLength: 4, maxLength: 4 }) })
  .map(({ centralized, night, records: together, contributed, mondays, done, notes, offered, verified, bonus, cast }) => ({
    ...{ centralized, night, group: { records: together, contributed }, selfStudy: { mondays, done: Math.min(done, mondays), notes }, practice: { offered, verified } },
    ...{ bonus: [figure(bonus)], deductions: [], ballots: Object.fromEntries(grades.map((grade, at) => [grade, cast[at] ?? 0])), entitled: cast.reduce((all, one) => all + one, 0) },
  }));

const between = (text: string | null): boolean => {
  const value = parseFraction(text ?? '0');
  return value !== null && compare(value, zero) >= 0 && compare(value, whole(100)) <= 0;
};

test('whatever has no fault scores every month and year between 0 and 100', () => {
  fc.assert(
    fc.property(rubrics, facts, (rubric, month) => {
      expect(rubricFaults(rubric)).toEqual([]);
      const { S, P, M, lines } = monthlyScore(rubric, month);
      expect([S, P, M].every(between)).toBe(true);
      expect(lines.every(({ earned, max }) => compare(parseFraction(earned) ?? zero, parseFraction(max) ?? zero) <= 0)).toBe(true);
      const { T } = annualScore(rubric, { months: Array.from({ length: 12 }, () => '100'), hours: '40', requiredHours: '32', results: rubric.year.mostResults, W: '10' });
      expect(between(T)).toBe(true);
    }),
    { numRuns: 100 },
  );
});
