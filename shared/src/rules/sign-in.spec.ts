import { judgeSignIn, pageCodeOf, signInWindow } from './sign-in.ts';

const at = (time: string): number => Date.parse(`2026-11-24T${time}:00+08:00`);
const times = { startsAt: at('19:30'), endsAt: at('21:00'), closedAt: null };
const judge = (captured: string, received = captured, closed: string | null = null) => judgeSignIn({ ...times, closedAt: closed && at(closed) } as typeof times, at(captured), at(received));

test('a code lives from half an hour before the start to the end, or to the close-out', () => {
  expect(signInWindow(times)).toEqual({ opensAt: at('19:00'), closesAt: at('21:00') });
  expect(signInWindow({ ...times, closedAt: at('20:40') }).closesAt).toBe(at('20:40'));
  expect(signInWindow({ ...times, closedAt: at('22:00') }).closesAt).toBe(at('21:00'));
});

test.each([
  ['18:59', { state: 'too_early', opensAt: at('19:00') }],
  ['19:00', { state: 'counts', status: 'present' }],
  ['19:44', { state: 'counts', status: 'present' }],
  ['19:45', { state: 'counts', status: 'late' }],
  ['20:59', { state: 'counts', status: 'late' }],
  ['21:00', { state: 'waiting', status: 'late' }],
])('at %s with a network', (time, verdict) => {
  expect(judge(time)).toEqual(verdict);
});

test('from a phone that was offline it waits for the leader where its own time says something else', () => {
  expect(judge('19:35', '19:40')).toEqual({ state: 'counts', status: 'present' });
  expect(judge('19:35', '20:10')).toEqual({ state: 'waiting', status: 'present' });
  expect(judge('19:50', '20:10')).toEqual({ state: 'counts', status: 'late' });
  expect(judge('19:35', '23:00')).toEqual({ state: 'waiting', status: 'present' });
  expect(judge('19:35', '20:00', '19:55')).toEqual({ state: 'waiting', status: 'present' });
});

test('a clock that runs ahead changes nothing', () => {
  expect(judge('23:00', '19:10')).toEqual({ state: 'counts', status: 'present' });
});

test('a page code is six digits, the same every time', () => {
  expect(pageCodeOf('f101d90a-29cd-4d35-8fde-7ca5a92392eb')).toMatch(/^\d{6}$/);
  expect(pageCodeOf('00000000-0000-0000-0000-000000000001')).toBe('000001');
});
