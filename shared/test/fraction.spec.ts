import fc from 'fast-check';
import { add, compare, type Fraction, fraction, least, most, over, parseFraction, subtract, sum, times, toTwoPlaces, whole, zero } from '../src/rules/fraction.ts';

const big = (most: bigint) => fc.bigInt({ min: -most, max: most });
const any: fc.Arbitrary<Fraction> = fc.tuple(big(10n ** 9n), fc.bigInt({ min: 1n, max: 10n ** 6n })).map(([top, bottom]) => fraction(top, bottom));
const notZero = any.filter(({ top }) => top !== 0n);
const holds = (...parts: [fc.Arbitrary<Fraction>, fc.Arbitrary<Fraction>, fc.Arbitrary<Fraction>, (a: Fraction, b: Fraction, c: Fraction) => void]) => fc.assert(fc.property(...parts));

describe('Fractions', () => {
  test('add, multiply and distribute as numbers do', () => {
    holds(any, any, any, (a, b, c) => {
      expect(add(a, b)).toEqual(add(b, a));
      expect(add(add(a, b), c)).toEqual(add(a, add(b, c)));
      expect(times(a, b)).toEqual(times(b, a));
      expect(times(a, add(b, c))).toEqual(add(times(a, b), times(a, c)));
      expect(sum([a, b, c])).toEqual(add(a, add(b, c)));
    });
  });

  test('undo what they did', () => {
    holds(any, notZero, any, (a, b) => {
      expect(subtract(add(a, b), b)).toEqual(a);
      expect(over(times(a, b), b)).toEqual(a);
      expect(subtract(a, a)).toEqual(zero);
    });
  });

  test('are kept in lowest terms with the sign above', () => {
    expect(fraction(6n, -8n)).toEqual({ top: -3n, bottom: 4n });
    expect(fraction(0n, -5n)).toEqual({ top: 0n, bottom: 1n });
    expect(whole(7)).toEqual({ top: 7n, bottom: 1n });
  });

  test('have one order: of two, the least is not above the most, and together they are the two', () => {
    holds(any, any, any, (a, b, c) => {
      expect(compare(least(a, b), most(a, b))).toBeLessThanOrEqual(0);
      expect(add(least(a, b), most(a, b))).toEqual(add(a, b));
      expect(compare(add(a, c), add(b, c))).toBe(compare(a, b));
      expect(Math.sign(compare(a, b))).toBe(-Math.sign(compare(b, a)) || 0);
    });
  });
});

describe('Reading a figure', () => {
  test.each<[string, [bigint, bigint]]>([
    ['2.5', [5n, 2n]],
    ['19/20', [19n, 20n]],
    ['-1.25', [-5n, 4n]],
    ['007', [7n, 1n]],
    ['0.10', [1n, 10n]],
  ])('%s', (text, [top, bottom]) => {
    expect(parseFraction(text)).toEqual({ top, bottom });
  });

  test.each(['', ' 1', '1 ', '1.', '.5', '1/0', '-1/2', '1e3', '+1', '１', '1,5', 'NaN', '1/2/3', '1'.repeat(19)])('%p is none', (text) => {
    expect(parseFraction(text)).toBeNull();
  });

  test('gives back any two-place figure that was published', () => {
    fc.assert(
      fc.property(fc.integer({ min: -99_999_999, max: 99_999_999 }), (hundredths) => {
        const published = toTwoPlaces(fraction(BigInt(hundredths), 100n));
        expect(parseFraction(published)).toEqual(fraction(BigInt(hundredths), 100n));
      }),
    );
  });
});

describe('Publishing a figure', () => {
  test.each([
    ['82.585', '82.59'],
    ['82.5849999999', '82.58'],
    ['1.005', '1.01'],
    ['-1.005', '-1.01'],
    ['-0.004', '0.00'],
    ['-0.005', '-0.01'],
    ['0', '0.00'],
    ['100', '100.00'],
    ['1/3', '0.33'],
    ['2/3', '0.67'],
    ['0.995', '1.00'],
  ])('%s is shown as %s', (text, shown) => {
    expect(toTwoPlaces(parseFraction(text) ?? zero)).toBe(shown);
  });

  test('is off by half a hundredth at most, and half goes away from zero', () => {
    holds(any, any, any, (a) => {
      const shown = parseFraction(toTwoPlaces(a)) ?? zero;
      const off = subtract(shown, a);
      const half = fraction(1n, 200n);
      expect(compare(off, half)).toBeLessThanOrEqual(0);
      expect(compare(off, fraction(-1n, 200n))).toBeGreaterThanOrEqual(0);
      if (compare(off, a.top < 0n ? half : fraction(-1n, 200n)) === 0) throw new Error(`${a.top}/${a.bottom} was rounded towards zero`);
    });
  });
});
