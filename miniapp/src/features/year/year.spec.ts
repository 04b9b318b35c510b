import { countedOf, spokenDimensions } from './dimensions';
import { ringOf } from './ring';
import type { YearMonth } from './year';
import { monthWord, spokenMonths, yearAddsUp } from './year-words';

const month = (at: string, state: YearMonth['state'], grade: YearMonth['grade'] = null): YearMonth => ({ month: `2026-${at}`, state, grade, M: grade ? '85.00' : null });

test('a month is said by its grade, or by why there is none; what is to come is not said', () => {
  const months = [month('09', 'published', 'good'), month('10', 'published'), month('11', 'running'), month('12', 'coming')];
  expect(months.map(monthWord)).toEqual(['良', '免评', '在记', '']);
  expect(spokenMonths({ year: 2026, months })).toBe('2026年，九月良，十月免评，十一月在记。');
  expect(spokenMonths({ year: 2026, months: [month('12', 'coming')] })).toBe('2026年还没有评过的月份。');
});

test('a total that the lines do not make is not shown', () => {
  const line = (points: string) => ({ part: 'months' as const, label: '', points, max: '80', formula: '', stillPossible: null });
  expect(yearAddsUp({ lines: [line('53.34'), line('7.50')], rounding: null, sum: '60.84' })).toBe(true);
  expect(yearAddsUp({ lines: [line('53.34'), line('7.50')], rounding: '-0.01', sum: '60.83' })).toBe(true);
  expect(yearAddsUp({ lines: [line('53.34')], rounding: null, sum: '53.35' })).toBe(false);
});

test('the ring takes from its right half up to one half, and adds to its left above', () => {
  expect(ringOf(0)).toMatch(/^linear-gradient\(90\.0deg,transparent 50%,var\(--sunken\) 50%\)/);
  expect(ringOf(0.25)).toContain('180.0deg');
  expect(ringOf(0.75)).toMatch(/^linear-gradient\(180\.0deg,transparent 50%,var\(--gold\) 50%\)/);
  expect(ringOf(1)).toMatch(/^linear-gradient\(270\.0deg,transparent 50%,var\(--gold\) 50%\)/);
});

test('a group’s kinds are added over the months, and said without a name', () => {
  const of = {
    dimensions: [{ dimension: 'night' as const, label: '夜校学习' }, { dimension: 'practice' as const, label: '实践学习' }],
    months: ['2026-10', '2026-11'].map((at) => ({ month: at, people: 9, parts: [{ dimension: 'night' as const, took: 8, of: 9 }, { dimension: 'practice' as const, took: 0, of: 0 }] })),
  };
  expect(countedOf(of, null).map(({ took, of: most }) => [took, most])).toEqual([[16, 18], [0, 0]]);
  expect(spokenDimensions('十月', countedOf(of, '2026-10'))).toBe('十月，夜校学习9人次里有8。');
  expect(spokenDimensions('十月', countedOf({ ...of, months: [] }, null))).toBe('十月还没有记录。');
});
