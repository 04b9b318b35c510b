import fc from 'fast-check';
import { judgeCheckIn } from '../src/rules/check-in.ts';
import { weekClosesAt } from '../src/rules/week.ts';

const monday = '2026-11-23';
const themeSentAt = Date.parse('2026-11-23T08:00:00+08:00');
const judged = (iso: string) => judgeCheckIn({ monday, themeSentAt, receivedAt: Date.parse(iso) });

describe('A check-in', () => {
  test('waits for a week that is not open', () => {
    expect(judged('2026-11-23T07:59:59+08:00')).toBe('not_open');
    expect(judgeCheckIn({ monday, themeSentAt: null, receivedAt: themeSentAt })).toBe('not_open');
  });

  test('counts from the moment of the push until the end of the following week', () => {
    expect(judged('2026-11-23T08:00:00+08:00')).toBe('counts');
    expect(judged('2026-12-06T23:59:59+08:00')).toBe('counts');
  });

  test('goes to the leader when it arrives later', () => {
    expect(judged('2026-12-07T00:00:00+08:00')).toBe('late');
    expect(judged('2027-03-01T12:00:00+08:00')).toBe('late');
  });

  test('is judged by when the theme really went out, also where that was late', () => {
    const wednesday = Date.parse('2026-11-25T10:00:00+08:00');
    expect(judgeCheckIn({ monday, themeSentAt: wednesday, receivedAt: wednesday - 1 })).toBe('not_open');
    expect(judgeCheckIn({ monday, themeSentAt: wednesday, receivedAt: wednesday })).toBe('counts');
  });

  test('is never refused in silence once the week is open', () => {
    fc.assert(
      fc.property(fc.integer({ min: themeSentAt, max: themeSentAt + 400 * 86_400_000 }), (receivedAt) => {
        expect(judgeCheckIn({ monday, themeSentAt, receivedAt })).toBe(receivedAt < weekClosesAt(monday) ? 'counts' : 'late');
      }),
    );
  });
});
