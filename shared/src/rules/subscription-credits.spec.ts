import { allowedMessages } from './subscription-credits.ts';

const day = 86_400_000;
const monday = Date.parse('2026-11-23T08:00:00+08:00');
const allowed = (taps: number[], events: number[], refusedAt = 0): number => allowedMessages({ taps, events }, refusedAt);

test('an answer that the phone and WeChat both tell of is one message', () => {
  expect(allowed([monday], [monday + 1_000])).toBe(1);
  expect(allowed([monday + 2 * day], [monday])).toBe(1);
});

test('an answer that only one of them tells of counts all the same', () => {
  expect([allowed([monday], []), allowed([], [monday])]).toEqual([1, 1]);
});

test('answers of two weeks are two, whoever tells of which', () => {
  expect(allowed([monday], [monday + 7 * day])).toBe(2);
  expect(allowed([monday, monday + 7 * day], [monday + 7 * day, monday])).toBe(2);
});

test('a refusal takes away what was allowed before it, also where the phone tells of that only later', () => {
  const refusedAt = monday + day;
  expect(allowed([monday], [monday], refusedAt)).toBe(0);
  expect(allowed([monday + 2 * day], [monday], refusedAt)).toBe(0);
  expect(allowed([monday + 2 * day], [monday + 2 * day], refusedAt)).toBe(1);
});

test('an answer before a refusal is never taken for the one after it', () => {
  const [before, refusedAt, after] = [monday, monday + 60_000, monday + 120_000];
  expect(allowed([before, after], [after], refusedAt)).toBe(1);
  expect(allowed([before, after], [before], refusedAt)).toBe(1);
});
