import fc from 'fast-check';
import { mayRingAt, nextRingInstant } from '../src/rules/doorbell.ts';

const at = (iso: string): number => Date.parse(iso);
const anyInstant = fc.integer({ min: at('2026-01-01T00:00:00+08:00'), max: at('2028-01-01T00:00:00+08:00') });

describe('A doorbell', () => {
  test.each([
    ['2026-11-23T06:59:59.999+08:00', false],
    ['2026-11-23T07:00:00+08:00', true],
    ['2026-11-23T08:00:00+08:00', true],
    ['2026-11-23T20:59:59.999+08:00', true],
    ['2026-11-23T21:00:00+08:00', false],
    ['2026-11-23T00:00:00+08:00', false],
  ])('at %s: %p', (iso, rings) => {
    expect(mayRingAt(at(iso))).toBe(rings);
  });

  test('in the night waits for 07:00 of the coming morning', () => {
    expect(nextRingInstant(at('2026-11-23T21:00:00+08:00'))).toBe(at('2026-11-24T07:00:00+08:00'));
    expect(nextRingInstant(at('2026-11-24T03:30:00+08:00'))).toBe(at('2026-11-24T07:00:00+08:00'));
    expect(nextRingInstant(at('2026-12-31T23:00:00+08:00'))).toBe(at('2027-01-01T07:00:00+08:00'));
  });

  test('by day rings at once', () => {
    expect(nextRingInstant(at('2026-11-23T08:00:05+08:00'))).toBe(at('2026-11-23T08:00:05+08:00'));
  });

  test('never rings early, never at night, and never waits longer than a night', () => {
    fc.assert(
      fc.property(anyInstant, (instant) => {
        const ring = nextRingInstant(instant);
        expect(mayRingAt(ring)).toBe(true);
        expect(ring).toBeGreaterThanOrEqual(instant);
        expect(ring - instant).toBeLessThanOrEqual(10 * 3_600_000);
      }),
    );
  });
});
