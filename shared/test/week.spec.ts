import fc from 'fast-check';
import {
  addDays,
  businessDate,
  dateInChinese,
  datesOfMonth,
  isMonday,
  isoWeek,
  mondayOf,
  mondayOfDate,
  mondaysOfMonth,
  mondaysOfYear,
  monthInChinese,
  numberInChinese,
  pushInstant,
  startOf,
  weekClosesAt,
  weekday,
  weekdayInChinese,
  weekEndsAt,
  weekNumberInChinese,
} from '../src/rules/week.ts';

const at = (iso: string): number => Date.parse(iso);
const second = 1000;
const date = fc.integer({ min: 0, max: 50_000 }).map((days) => addDays('1992-01-01', days));

describe('The business date', () => {
  test('changes at midnight in Shanghai, whatever the machine thinks', () => {
    expect(businessDate(at('2026-11-22T15:59:59Z'))).toBe('2026-11-22');
    expect(businessDate(at('2026-11-22T16:00:00Z'))).toBe('2026-11-23');
  });

  test('begins at the instant whose date it is, and not a millisecond earlier', () => {
    fc.assert(
      fc.property(date, (day) => {
        expect(businessDate(startOf(day))).toBe(day);
        expect(businessDate(startOf(day) - 1)).toBe(addDays(day, -1));
      }),
    );
  });

  test.each(['2026-02-30', '2026-13-01', '2026-01-00', '2026-1-1', '20261123', '2026-11-24 ', '-026-01-01', '', 'Monday'])('%p is no date', (text) => {
    expect(() => startOf(text)).toThrow(RangeError);
  });

  test('knows 29 February', () => {
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2026-02-28', 1)).toBe('2026-03-01');
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
  });

  test('is on the weekday that the calendar shows', () => {
    expect(['2026-11-23', '2026-11-24', '2026-11-29', '1970-01-01', '1969-12-31'].map(weekday)).toEqual([1, 2, 7, 4, 3]);
  });
});

describe('The week', () => {
  test('begins on Monday at 00:00 in Shanghai, a second earlier is the week before', () => {
    const midnight = at('2026-11-23T00:00:00+08:00');
    expect(mondayOf(midnight - second)).toBe('2026-11-16');
    expect(mondayOf(midnight)).toBe('2026-11-23');
    expect(mondayOf(midnight + second)).toBe('2026-11-23');
  });

  test('has the same Monday from its first to its last instant', () => {
    fc.assert(
      fc.property(date, (day) => {
        const monday = mondayOfDate(day);
        expect(isMonday(monday)).toBe(true);
        expect(mondayOf(startOf(monday))).toBe(monday);
        expect(mondayOf(weekEndsAt(monday) - 1)).toBe(monday);
        expect(mondayOf(weekEndsAt(monday))).toBe(addDays(monday, 7));
      }),
    );
  });

  test('is pushed on Monday at 08:00, ends after Sunday and closes a week later', () => {
    expect(pushInstant('2026-11-23')).toBe(at('2026-11-23T08:00:00+08:00'));
    expect(weekEndsAt('2026-11-23')).toBe(at('2026-11-30T00:00:00+08:00'));
    expect(weekClosesAt('2026-11-23')).toBe(at('2026-12-07T00:00:00+08:00'));
  });

  test.each([pushInstant, weekEndsAt, weekClosesAt, isoWeek])('%p refuses what is not a Monday', (rule) => {
    expect(() => rule('2026-11-24')).toThrow(RangeError);
  });
});

describe('The ISO week number', () => {
  test.each([
    ['2026-11-23', 2026, 48],
    ['2026-12-21', 2026, 52],
    ['2026-12-28', 2026, 53],
    ['2027-01-04', 2027, 1],
    ['2025-12-22', 2025, 52],
    ['2025-12-29', 2026, 1],
    ['2020-12-28', 2020, 53],
    ['2024-12-30', 2025, 1],
  ])('of %s is in %d week %d', (monday, year, week) => {
    expect(isoWeek(monday)).toEqual({ year, week });
  });

  test('goes on by one each week, or begins again at 1 after 52 or 53', () => {
    fc.assert(
      fc.property(date, (day) => {
        const monday = mondayOfDate(day);
        const [now, next] = [isoWeek(monday), isoWeek(addDays(monday, 7))];
        if (next.year === now.year) expect(next.week).toBe(now.week + 1);
        else expect([next, [52, 53].includes(now.week)]).toEqual([{ year: now.year + 1, week: 1 }, true]);
      }),
    );
  });
});

describe('The Mondays', () => {
  test('of a year are 52, or 53 where it begins on one', () => {
    expect(mondaysOfYear(2026)).toHaveLength(52);
    expect(mondaysOfYear(2026)[0]).toBe('2026-01-05');
    expect(mondaysOfYear(2026).at(-1)).toBe('2026-12-28');
    expect(mondaysOfYear(2029)).toHaveLength(53);
    expect(mondaysOfYear(2029)[0]).toBe('2029-01-01');
  });

  test('of the years follow each other without a gap or one counted twice', () => {
    const mondays = Array.from({ length: 40 }, (_, at) => mondaysOfYear(2000 + at)).flat();
    mondays.slice(1).forEach((monday, at) => expect(monday).toBe(addDays(mondays[at] ?? '', 7)));
  });

  test('of a month are those whose date lies in it', () => {
    expect(mondaysOfMonth('2026-11')).toEqual(['2026-11-02', '2026-11-09', '2026-11-16', '2026-11-23', '2026-11-30']);
    expect(mondaysOfMonth('2027-02')).toEqual(['2027-02-01', '2027-02-08', '2027-02-15', '2027-02-22']);
  });
});

test.each([
  ['2026-11', '2026-11-30'],
  ['2026-12', '2026-12-31'],
  ['2026-02', '2026-02-28'],
  ['2028-02', '2028-02-29'],
])('%s ends on %s', (month, to) => {
  expect(datesOfMonth(month)).toEqual({ from: `${month}-01`, to });
});

describe('In Chinese', () => {
  test('numbers are written as people write them', () => {
    expect([1, 9, 10, 11, 19, 20, 21, 46, 53].map(numberInChinese)).toEqual(['一', '九', '十', '十一', '十九', '二十', '二十一', '四十六', '五十三']);
  });

  test('dates, weekdays, months and weeks read naturally', () => {
    expect(dateInChinese('2026-11-09')).toBe('11月9日');
    expect(weekdayInChinese('2026-11-23')).toBe('星期一');
    expect(weekdayInChinese('2026-11-29')).toBe('星期日');
    expect(monthInChinese('2026-11')).toBe('十一月');
    expect(weekNumberInChinese(48)).toBe('第四十八周');
  });
});
