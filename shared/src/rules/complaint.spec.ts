import { districtFrom, receiptDigits, receiptText } from './complaint.ts';

test('a complaint is the district’s on the day after the tenth working day, one about the town itself at once', () => {
  expect(districtFrom('study', '2026-11-24')).toBe('2026-12-09');
  expect(districtFrom('score', '2026-11-27')).toBe('2026-12-12');
  expect(districtFrom('town', '2026-11-24')).toBe('2026-11-24');
});

test('the days off of a year’s calendar give the town longer', () => {
  const week = { off: new Set(['2027-02-08', '2027-02-09', '2027-02-10', '2027-02-11', '2027-02-12']), worked: new Set<string>() };
  expect(districtFrom('study', '2027-02-05', week)).toBe('2027-02-27');
});

test('a receipt number is found however it is typed', () => {
  expect(receiptText('123456789012')).toBe('1234-5678-9012');
  for (const typed of ['1234-5678-9012', '1234 5678 9012', '１２３４５６７８９０１２', '回执号 1234-5678-9012']) expect(receiptDigits(typed)).toBe('123456789012');
});
