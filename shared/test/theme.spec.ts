import { mayApprove, mayRemindAt, moveTheme, pushDue, themeStateNames, type ThemeEvent, type ThemeState } from '../src/rules/theme.ts';

const states: ThemeState[] = ['draft', 'in_review', 'scheduled', 'sent', 'missed'];
const at = (iso: string): number => Date.parse(iso);

/** Written down from the issue, not from the code: state -> where each event leads, `-` where it cannot happen. */
const table: Record<ThemeEvent, Record<ThemeState, ThemeState | '-'>> = {
  submit: { draft: 'in_review', in_review: '-', scheduled: '-', sent: '-', missed: '-' },
  return: { draft: '-', in_review: 'draft', scheduled: '-', sent: '-', missed: '-' },
  approve: { draft: '-', in_review: 'scheduled', scheduled: '-', sent: '-', missed: '-' },
  withdraw: { draft: '-', in_review: 'draft', scheduled: 'draft', sent: '-', missed: '-' },
  push: { draft: '-', in_review: '-', scheduled: 'sent', sent: '-', missed: '-' },
  miss: { draft: 'missed', in_review: 'missed', scheduled: 'missed', sent: '-', missed: '-' },
};
const cells = Object.entries(table).flatMap(([event, row]) => states.map((state) => [state, event as ThemeEvent, row[state]] as const));

test.each(cells)('A theme that is %s answers to %s with %s', (state, event, next) => {
  expect(moveTheme(state, event)).toBe(next === '-' ? null : next);
});

test('Every state has a name that people read', () => {
  expect(states.map((state) => themeStateNames[state])).toEqual(['草稿', '待审', '已排期', '已发出', '没发出']);
});

describe('Approval', () => {
  test('is for somebody who did not write or change it', () => {
    expect(mayApprove(['lin'], 'zhou')).toBe(true);
    expect(mayApprove(['lin'], 'lin')).toBe(false);
    expect(mayApprove(['lin', 'zhou'], 'zhou')).toBe(false);
  });
});

describe('On Monday', () => {
  const monday = '2026-11-30';
  const verdict = (state: ThemeState, iso: string) => pushDue({ monday, state, now: at(iso) });

  test.each<[ThemeState, string, string]>([
    ['scheduled', '2026-11-30T07:59:59+08:00', 'not_yet'],
    ['scheduled', '2026-11-30T08:00:00+08:00', 'due'],
    ['scheduled', '2026-12-06T23:59:59+08:00', 'due'],
    ['scheduled', '2026-12-07T00:00:00+08:00', 'missed'],
    ['in_review', '2026-11-30T07:59:59+08:00', 'not_yet'],
    ['in_review', '2026-11-30T08:00:00+08:00', 'not_approved'],
    ['draft', '2026-11-30T08:00:00+08:00', 'not_approved'],
    ['draft', '2026-12-07T00:00:00+08:00', 'missed'],
    ['sent', '2026-11-30T08:00:00+08:00', 'done'],
    ['sent', '2026-12-07T00:00:00+08:00', 'done'],
    ['missed', '2026-12-07T00:00:00+08:00', 'done'],
  ])('a theme that is %s at %s is %s', (state, iso, expected) => {
    expect(verdict(state, iso)).toBe(expected);
  });
});

test.each([
  ['2026-11-27T08:59:59+08:00', false],
  ['2026-11-27T09:00:00+08:00', true],
  ['2026-11-28T12:00:00+08:00', false],
  ['2026-11-29T09:00:00+08:00', true],
  ['2026-11-29T23:59:59+08:00', true],
  ['2026-11-30T09:00:00+08:00', false],
])('Reminding of an open theme at %s: %p', (iso, may) => {
  expect(mayRemindAt(at(iso))).toBe(may);
});
