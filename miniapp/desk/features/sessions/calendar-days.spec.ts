import type { Session } from './session-words.ts';
import { calendarWeeks, stepMonth } from './calendar-days.ts';

const on = (date: string, title: string): Session => ({ title, startsAt: Date.parse(`${date}T19:30:00+08:00`) }) as Session;

describe('the calendar of a month', () => {
  it('begins with a Monday and ends with a Sunday', () => {
    const weeks = calendarWeeks('2026-11', []);
    expect([weeks[0]?.[0]?.date, weeks.at(-1)?.[6]?.date]).toEqual(['2026-10-26', '2026-12-06']);
    expect(weeks[0]?.[0]?.inMonth).toBe(false);
  });

  it('puts a session on its day in Shanghai', () => {
    const days = calendarWeeks('2026-11', [on('2026-11-26', '夜校'), on('2026-11-26', '研讨')]).flat();
    expect(days.filter(({ sessions }) => sessions.length > 0).map(({ date, sessions }) => [date, sessions.length])).toEqual([['2026-11-26', 2]]);
  });

  it('goes on over the end of the year', () => {
    expect([stepMonth('2026-12', 1), stepMonth('2026-01', -1)]).toEqual(['2027-01', '2025-12']);
  });
});
