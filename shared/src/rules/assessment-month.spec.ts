import { monthAllows, monthStage, type MonthStage, monthStages, voteIsOpen } from './assessment-month.ts';
import { monthCalendar, publishedUntil } from './month-calendar.ts';

const newYear = { off: new Set(['2027-01-01']), worked: new Set(['2027-01-02']) };

test('the dates of a month are working days of the next one', () => {
  // 1 December 2026 is a Tuesday.
  expect(monthCalendar('2026-11')).toEqual({ completeUntil: '2026-12-03', voteFrom: '2026-12-04', voteUntil: '2026-12-08', confirmFrom: '2026-12-09', confirmUntil: '2026-12-10' });
});

test('holidays and swapped days move them, across the turn of the year too', () => {
  // Friday 1 January is off, Saturday 2 January is worked instead.
  expect(monthCalendar('2026-12', newYear)).toEqual({ completeUntil: '2027-01-05', voteFrom: '2027-01-06', voteUntil: '2027-01-08', confirmFrom: '2027-01-11', confirmUntil: '2027-01-12' });
});

test('a month is on show for three working days after the one on which it was published, a year for five', () => {
  expect([publishedUntil('2026-12-10', 'month'), publishedUntil('2026-12-10', 'year'), publishedUntil('2026-12-31', 'month', newYear)]).toEqual(['2026-12-15', '2026-12-17', '2027-01-05']);
});

test('the stage follows from dates, and from the act of publishing', () => {
  const calendar = monthCalendar('2026-11');
  const notYet = { publishedOn: null, publishedUntil: null };
  const shown = { publishedOn: '2026-12-10', publishedUntil: '2026-12-15' };
  const on = (date: string, acts: typeof notYet | typeof shown = notYet) => monthStage('2026-11', calendar, acts, date);
  const days: Record<string, MonthStage> = { '2026-11-30': 'running', '2026-12-01': 'completing', '2026-12-03': 'completing', '2026-12-04': 'voting', '2026-12-08': 'voting', '2026-12-09': 'committee', '2027-03-01': 'committee' };
  expect(Object.fromEntries(Object.keys(days).map((date) => [date, on(date)]))).toEqual(days);
  expect([on('2026-12-15', shown), on('2026-12-16', shown)]).toEqual(['publication', 'locked']);
});

test('between the cut-off and the first day of the vote nobody votes', () => {
  // The third working day of January 2027 is Tuesday 5th; make Wednesday a holiday.
  const calendar = monthCalendar('2026-12', { ...newYear, off: new Set(['2027-01-01', '2027-01-06']) });
  expect([monthStage('2026-12', calendar, { publishedOn: null, publishedUntil: null }, '2027-01-06'), voteIsOpen(calendar, '2027-01-06'), voteIsOpen(calendar, '2027-01-07')]).toEqual(['voting', false, true]);
});

test('nothing is entered once a month is published, and nothing is published twice', () => {
  const stagesOf = (act: (typeof monthAllows)[MonthStage][number]) => monthStages.filter((stage) => monthAllows[stage].includes(act));
  expect([stagesOf('complete'), stagesOf('vote'), stagesOf('enterPaperVotes'), stagesOf('enterPoints'), stagesOf('publish'), stagesOf('object'), stagesOf('adjust')]).toEqual([
    ['running', 'completing'],
    ['voting'],
    ['voting', 'committee'],
    ['running', 'completing', 'voting', 'committee'],
    ['committee'],
    ['publication'],
    ['publication', 'locked'],
  ]);
});
