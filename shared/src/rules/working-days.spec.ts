import { addWorkingDays, isWorkingDay } from './working-days.ts';

const spring = { off: new Set(['2027-02-08', '2027-02-09', '2027-02-10', '2027-02-11', '2027-02-12']), worked: new Set(['2027-02-06', '2027-02-14']) };

test('Monday to Friday are worked, unless the year’s calendar says otherwise', () => {
  expect(['2026-11-27', '2026-11-28', '2026-11-29', '2026-11-30'].map((date) => isWorkingDay(date))).toEqual([true, false, false, true]);
  expect(isWorkingDay('2027-02-09', spring)).toBe(false);
  expect(isWorkingDay('2027-02-06', spring)).toBe(true);
});

test('working days are counted from the day after', () => {
  expect(addWorkingDays('2026-11-24', 1)).toBe('2026-11-25');
  expect(addWorkingDays('2026-11-24', 10)).toBe('2026-12-08');
  expect(addWorkingDays('2026-11-28', 1)).toBe('2026-11-30');
  expect(addWorkingDays('2026-11-24', 0)).toBe('2026-11-24');
});

test('days off and weekends that are worked move the count', () => {
  expect(addWorkingDays('2027-02-05', 2, spring)).toBe('2027-02-14');
  expect(addWorkingDays('2027-02-05', 10, spring)).toBe('2027-02-24');
});
