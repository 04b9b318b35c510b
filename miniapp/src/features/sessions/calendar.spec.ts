import { nextMonth, twoWeeks, wholeMonth } from './calendar';

test('two weeks begin with this Monday, whatever day it is', () => {
  for (const today of ['2026-11-09', '2026-11-12', '2026-11-15']) expect(twoWeeks(today)).toMatchObject({ from: '2026-11-09', to: '2026-11-22' });
  expect(twoWeeks('2026-11-10').all).toHaveLength(14);
});

test('a month is drawn in whole weeks, over the turn of a year too', () => {
  expect(wholeMonth('2026-11')).toMatchObject({ from: '2026-10-26', to: '2026-12-06' });
  expect(wholeMonth('2027-02')).toMatchObject({ from: '2027-02-01', to: '2027-02-28' });
  expect([nextMonth('2026-12', 1), nextMonth('2027-01', -1)]).toEqual(['2027-01', '2026-12']);
});
