import { instantsOf, shifted, whenOf } from './times';

test('a quarter of an hour earlier or later never leaves the day', () => {
  expect(['19:30', '09:00', '00:00', '23:45'].map((time) => shifted(time, 1))).toEqual(['19:45', '09:15', '00:15', '23:45']);
  expect(['19:30', '09:00', '00:00', '23:45'].map((time) => shifted(time, -1))).toEqual(['19:15', '08:45', '00:00', '23:30']);
});

test('what somebody says about the time comes back from the instants', () => {
  const when = { date: '2026-11-12', time: '19:30', minutes: 90 };
  expect(whenOf({ date: when.date, ...instantsOf(when) })).toEqual(when);
});
