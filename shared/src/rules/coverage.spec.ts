import { isoMondays, stripStep, wayToReach } from './coverage.ts';

test('paper for whoever reads on paper, else the phone, else somebody goes there', () => {
  expect([wayToReach({ paper: true, hasPhone: true }), wayToReach({ paper: false, hasPhone: true }), wayToReach({ paper: false, hasPhone: false })]).toEqual(['paper', 'phone', 'visit']);
});

test('a year of ISO weeks begins and ends where the calendar says, across the years', () => {
  expect([isoMondays(2026)[0], isoMondays(2026).length, isoMondays(2026).at(-1)]).toEqual(['2025-12-29', 53, '2026-12-28']);
  expect([isoMondays(2027)[0], isoMondays(2027).length]).toEqual(['2027-01-04', 52]);
});

test('five steps, from nothing to four and more', () => {
  expect([0, 1, 2, 3, 4, 9].map(stripStep)).toEqual([0, 1, 2, 3, 4, 4]);
});
