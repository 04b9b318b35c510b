import { publishedDays } from './published-holidays.ts';
import { dayFault } from './working-days.ts';

test('a published year holds its days off in the week, and the weekends worked for them', () => {
  const days = publishedDays('2026') ?? [];
  const of = (label: string) => days.filter((day) => day.label === label).map(({ day }) => day.slice(5));
  expect([of('元旦'), of('元旦调休')]).toEqual([['01-01', '01-02'], ['01-04']]);
  expect([of('春节'), of('春节调休')]).toEqual([['02-16', '02-17', '02-18', '02-19', '02-20', '02-23'], ['02-14', '02-28']]);
  expect([of('清明节'), of('劳动节'), of('劳动节调休'), of('端午节'), of('中秋节')]).toEqual([['04-06'], ['05-01', '05-04', '05-05'], ['05-09'], ['06-19'], ['09-25']]);
  expect([of('国庆节'), of('国庆节调休')]).toEqual([['10-01', '10-02', '10-05', '10-06', '10-07'], ['09-20', '10-10']]);
  expect(days.map(({ day }) => day)).toEqual([...days.map(({ day }) => day)].sort());
});

test('every published day departs from the ordinary week', () => {
  expect((publishedDays('2026') ?? []).filter(({ day, kind }) => dayFault(day, kind) !== null)).toEqual([]);
});

test('a year that was not published is not guessed', () => {
  expect(publishedDays('2027')).toBeNull();
});

test('only a weekday can be off, and only a weekend worked', () => {
  expect([dayFault('2026-11-24', 'off'), dayFault('2026-11-28', 'worked')]).toEqual([null, null]);
  expect(dayFault('2026-11-28', 'off')).toBe('11月28日是星期六，本来就休息');
  expect(dayFault('2026-11-24', 'worked')).toBe('11月24日是星期二，本来就上班');
});
