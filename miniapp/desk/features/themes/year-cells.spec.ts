import { pushInstant } from '@weidangxiao/shared/rules/week.ts';
import type { PlannedMonday } from './theme-words.ts';
import { byMonth, cellOf, legendOf } from './year-cells.ts';

const planned = (monday: string, rest: Partial<PlannedMonday> = {}): PlannedMonday => ({ monday, week: 1, holiday: null, theme: null, ...rest });
const theme = (monday: string, state: 'sent' | 'draft' | 'missed') => planned(monday, { theme: { id: monday, monday, week: 1, title: '', state, lessons: 1 } });
const now = pushInstant('2026-11-23');

describe('the Mondays of a year', () => {
  it('tell what passed empty from what is still to be written', () => {
    expect(cellOf(planned('2026-11-16'), now)).toBe('blank');
    expect(cellOf(planned('2026-11-23'), now)).toBe('empty');
    expect(cellOf(planned('2026-11-30'), now)).toBe('empty');
  });

  it('show the theme before the holiday, and the holiday before nothing', () => {
    expect(cellOf(theme('2026-11-16', 'sent'), now)).toBe('sent');
    expect(cellOf(planned('2026-02-16', { holiday: '春节' }), now)).toBe('holiday');
  });

  it('are counted by state; what went wrong only where it did', () => {
    const quiet = legendOf([theme('2026-11-16', 'sent'), planned('2026-11-30')], now).map(({ state }) => state);
    expect(quiet).not.toContain('missed');
    expect(legendOf([theme('2026-11-16', 'missed')], now)).toContainEqual({ state: 'missed', count: 1 });
  });

  it('stand under their months', () => {
    expect(byMonth([planned('2026-11-30'), planned('2026-12-07')]).map(({ month, mondays }) => [month, mondays.length])).toEqual([['2026-11', 1], ['2026-12', 1]]);
  });
});
