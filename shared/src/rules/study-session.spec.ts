import { instantOn, mayOpen, moveSession, overlaps, seriesDates, sessionStates, timeOf, timesFault } from './study-session.ts';

const at = (time: string): number => Date.parse(`${time}:00+08:00`);

test('the whole machine of states', () => {
  const events = ['change', 'move', 'open', 'cancel', 'close', 'correct'] as const;
  const all = sessionStates.map((state) => [state, ...events.map((event) => moveSession(state, event))]);
  expect(all).toEqual([
    ['planned', 'planned', 'planned', 'open', 'cancelled', null, null],
    ['open', 'open', null, null, 'cancelled', 'closed', null],
    ['closed', null, null, null, null, null, 'closed'],
    ['cancelled', null, null, null, null, null, null],
  ]);
});

test('times that a session can have', () => {
  const fault = (from: string, to: string) => timesFault(at(from), at(to));
  expect(fault('2026-11-24T19:30', '2026-11-24T21:00')).toBe(null);
  expect(fault('2026-11-24T22:00', '2026-11-25T00:00')).toBe(null);
  expect(fault('2026-11-24T22:00', '2026-11-25T00:01')).toBe('two_days');
  expect(fault('2026-11-24T21:00', '2026-11-24T19:30')).toBe('end_before_start');
  expect(fault('2026-11-24T00:00', '2026-11-24T12:01')).toBe('too_long');
});

test('what begins when the other ends does not overlap it', () => {
  const span = (startsAt: number, endsAt: number) => ({ startsAt, endsAt });
  expect([overlaps(span(0, 10), span(10, 20)), overlaps(span(0, 11), span(10, 20)), overlaps(span(12, 13), span(10, 20))]).toEqual([false, true, true]);
});

test('a session opens from its day on', () => {
  expect([at('2026-11-23T23:59'), at('2026-11-24T00:00'), at('2026-12-24T00:00')].map((now) => mayOpen('2026-11-24', now))).toEqual([false, true, true]);
});

test('a series has every such day of its range, and no more than it can hold', () => {
  expect(seriesDates({ weekday: 4, from: '2026-11-26', until: '2026-12-10' })).toEqual(['2026-11-26', '2026-12-03', '2026-12-10']);
  expect(seriesDates({ weekday: 1, from: '2026-11-26', until: '2026-11-29' })).toEqual([]);
  expect(seriesDates({ weekday: 1, from: '2026-01-01', until: '2099-01-01' })).toHaveLength(54);
});

test('a time of day in Shanghai', () => {
  expect(instantOn('2026-11-24', '19:30')).toBe(at('2026-11-24T19:30'));
  expect(timeOf(at('2026-11-24T00:05'))).toBe('00:05');
});
