import { judgeLeave, leaveStatus, mayWithdraw } from './leave.ts';
import { startOf } from './week.ts';

const startsAt = startOf('2026-11-24') + 19.5 * 3_600_000;
const endsAt = startsAt + 90 * 60_000;
const session = { date: '2026-11-24', startsAt, endsAt, closedAt: null };
const day = 24 * 3_600_000;

test('until the session is over a leave can be asked; after the start both times are shown', () => {
  expect(judgeLeave(session, startsAt - 1, startsAt - 1)).toEqual({ state: 'waiting', late: false });
  expect(judgeLeave(session, endsAt - 1, endsAt - 1)).toEqual({ state: 'waiting', late: true });
});

test('afterwards it is answered with the last day of a make-up, until that is over too', () => {
  expect(judgeLeave(session, endsAt, endsAt)).toEqual({ state: 'too_late', makeUpUntil: '2026-12-08', wasUntil: '2026-12-08' });
  expect(judgeLeave(session, endsAt, endsAt + 20 * day)).toEqual({ state: 'too_late', makeUpUntil: null, wasUntil: '2026-12-08' });
  expect(judgeLeave({ ...session, closedAt: endsAt - 60_000 }, endsAt - 1, endsAt - 1).state).toBe('too_late');
});

test('what was taken down before the start is never refused, however late it arrives', () => {
  expect(judgeLeave(session, startsAt - 1, endsAt + 20 * day)).toEqual({ state: 'waiting', late: true });
});

test('illness, duty, bereavement and maternity exempt, anything else is a leave', () => {
  expect((['illness', 'duty', 'bereavement', 'maternity', 'personal', 'other'] as const).map(leaveStatus)).toEqual(['exempt', 'exempt', 'exempt', 'exempt', 'leave', 'leave']);
});

test('it is taken back only until the session begins', () => {
  expect([mayWithdraw(session, startsAt - 1), mayWithdraw(session, startsAt)]).toEqual([true, false]);
});
