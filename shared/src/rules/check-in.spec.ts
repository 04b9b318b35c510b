import { capturedWithin, judgeCheckIn, saysSomething } from './check-in.ts';

const monday = '2026-11-23';
const at = (iso: string): number => Date.parse(`${iso}+08:00`);
const sent = at('2026-11-23T08:00:00');

test.each([
  ['before its theme was sent', sent - 1, 'not_open'],
  ['at the moment it was sent', sent, 'counts'],
  ['in the last second of the following week', at('2026-12-06T23:59:59'), 'counts'],
  ['when the following week is over', at('2026-12-07T00:00:00'), 'late'],
])('a check-in that arrives %s', (_, receivedAt, verdict) => {
  expect(judgeCheckIn({ monday, themeSentAt: sent, receivedAt })).toBe(verdict);
});

test('a week whose theme was never sent is not open, however late it is', () => {
  expect(judgeCheckIn({ monday, themeSentAt: null, receivedAt: at('2027-01-01T00:00:00') })).toBe('not_open');
});

test('a phone whose clock lies is believed only between sending and receipt', () => {
  const received = at('2026-11-25T10:00:00');
  expect(capturedWithin(at('1970-01-02T00:00:00'), sent, received)).toBe(sent);
  expect(capturedWithin(at('2030-01-01T00:00:00'), sent, received)).toBe(received);
  expect(capturedWithin(at('2026-11-24T20:15:00'), sent, received)).toBe(at('2026-11-24T20:15:00'));
});

test.each([
  ['学', true],
  ['🌾', true],
  ['。', true],
  ['\u200b\u2060', false],
  ['\u3000\ufeff', false],
])('%j says something: %p', (text, says) => {
  expect(saysSomething(text)).toBe(says);
});
