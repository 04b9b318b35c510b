import { canBeMadeUp, judgeMakeUp } from './make-up.ts';
import { startOf } from './week.ts';

const noon = (date: string): number => startOf(date) + 12 * 3_600_000;
const endsAt = startOf('2026-11-24') + 21 * 3_600_000;
const judged = (on: string, received: string, captured = received) => judgeMakeUp({ date: '2026-11-24', endsAt, on, capturedAt: noon(captured), receivedAt: noon(received) });

test('from the end of the session for fourteen days, both included', () => {
  expect(judged('2026-11-24', '2026-11-24')).toEqual({ state: 'too_early' });
  expect(judged('2026-11-25', '2026-11-25')).toEqual({ state: 'waiting', late: false });
  expect(judged('2026-12-08', '2026-12-08')).toEqual({ state: 'waiting', late: false });
  expect(judged('2026-12-08', '2026-12-09')).toEqual({ state: 'too_late', until: '2026-12-08' });
});

test('what was taken down in time and arrives after it waits all the same', () => {
  expect(judged('2026-12-07', '2026-12-12', '2026-12-08')).toEqual({ state: 'waiting', late: true });
});

test('the day lies between the session and today', () => {
  expect([judged('2026-11-23', '2026-11-30').state, judged('2026-12-01', '2026-11-30').state, judged('2026-12-09', '2026-11-30').state]).toEqual(['wrong_day', 'wrong_day', 'too_late']);
});

test('only what was missed is made up', () => {
  const statuses = ['absent', 'leave', null, 'present', 'late', 'left_early', 'made_up', 'exempt'] as const;
  expect(statuses.map(canBeMadeUp)).toEqual([true, true, true, false, false, false, false, false]);
});
