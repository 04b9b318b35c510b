import { hourInWords, shiftedHour, slotInWords } from './slots';

test('a chosen time reads as people say it', () => {
  expect(slotInWords({ weekday: 3, hour: 19 })).toBe('周三晚上7点');
  expect([7, 12, 13, 20].map(hourInWords)).toEqual(['上午7点', '中午12点', '下午1点', '晚上8点']);
});

test('hours go no further than phones may ring', () => {
  expect([shiftedHour(19, 1), shiftedHour(20, 1), shiftedHour(7, -1)]).toEqual([20, 20, 7]);
});
