import fc from 'fast-check';
import { figureFault, hundredthsOf, pointsFault, resultsFault, twoPlaces } from './score-entry.ts';

test.each([
  ['2', null],
  ['0.01', null],
  [' 1.50 ', null],
  ['20', null],
  ['0', '要大于0'],
  ['0.00', '要大于0'],
  ['-1', '不能是负数'],
  ['1.005', '最多两位小数'],
  ['20.01', '不能超过20'],
  ['', '要写成2或1.5这样的数'],
  ['1e3', '要写成2或1.5这样的数'],
  ['两分', '要写成2或1.5这样的数'],
  ['9999999', '要写成2或1.5这样的数'],
])('points %j: %j', (typed, fault) => {
  expect(pointsFault(typed)).toBe(fault);
});

test('results of a year go from none to ten', () => {
  expect(['0', '10', '10.00', '10.01', '11'].map(resultsFault)).toEqual([null, null, null, '不能超过10', '不能超过10']);
});

test('a figure keeps every hundredth from typing to print, however it is typed', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10_000 }), (hundredths) => {
      const printed = twoPlaces(hundredths);
      expect(figureFault(printed, '100')).toBeNull();
      expect(hundredthsOf(printed)).toBe(hundredths);
      expect(hundredthsOf(printed.replace(/0$/, ''))).toBe(hundredths);
    }),
  );
  expect([twoPlaces(-50), twoPlaces(5)]).toEqual(['-0.50', '0.05']);
});
