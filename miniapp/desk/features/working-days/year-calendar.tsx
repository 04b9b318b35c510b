import { addDays, monthInChinese } from '@weidangxiao/shared/rules/week.ts';
import { type KeyboardEvent, useEffect, useState } from 'react';
import { today } from '../../platform/clock.ts';
import { type CalendarDay, type CalendarMonth, dayWords, monthsOf, type SetDay } from './year-days.ts';
import css from './working-days.module.css';

interface Props {
  year: string;
  days: readonly SetDay[];
  /** Null where it is only to be looked at. */
  onPick: ((day: CalendarDay) => void) | null;
}

const step: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: 7, ArrowUp: -7 };
const marks = { off: '休', worked: '班' } as const;

/** A year as it hangs on the wall: days off and worked weekends stand out; arrows move from day to day. */
export function YearCalendar({ year, days, onPick }: Props) {
  const [reached, setReached] = useState(() => (today().startsWith(year) ? today() : `${year}-01-01`));
  const current = reached.startsWith(year) ? reached : `${year}-01-01`;
  useEffect(() => {
    document.getElementById(`day-${today()}`)?.scrollIntoView({ block: 'center' });
  }, [year]);
  const onKeyDown = (event: KeyboardEvent): void => {
    const by = step[event.key];
    const next = by === undefined ? null : addDays(current, by);
    if (!next?.startsWith(year)) return;
    event.preventDefault();
    setReached(next);
    requestAnimationFrame(() => document.getElementById(`day-${next}`)?.focus());
  };
  const pick = onPick && ((day: CalendarDay): void => {
    setReached(day.date);
    onPick(day);
  });
  return (
    <div className={css.year} onKeyDown={onKeyDown}>
      {monthsOf(year, days).map((month) => <Month key={month.month} month={month} current={current} onPick={pick} />)}
    </div>
  );
}

function Month({ month: { month, blanks, days }, current, onPick }: { month: CalendarMonth; current: string; onPick: Props['onPick'] }) {
  return (
    <section className={css.month} aria-label={monthInChinese(month)}>
      <h3>{monthInChinese(month)}</h3>
      <div className={css.days}>
        {[...'一二三四五六日'].map((name) => <span key={name} aria-hidden="true" className={css.weekday}>{name}</span>)}
        {days.map((day, at) => <Day key={day.date} day={day} start={at === 0 ? blanks + 1 : null} reachable={day.date === current} onPick={onPick} />)}
      </div>
    </section>
  );
}

function Day({ day, start, reachable, onPick }: { day: CalendarDay; start: number | null; reachable: boolean; onPick: Props['onPick'] }) {
  const { date, look } = day;
  const words = dayWords(day);
  const inside = (
    <>
      {Number(date.slice(8))}
      {look === 'off' || look === 'worked' ? <i aria-hidden="true">{marks[look]}</i> : null}
    </>
  );
  const place = { id: `day-${date}`, title: words, className: `${css.day} ${css[look]} ${date === today() ? css.today : ''}`, style: start === null ? undefined : { gridColumnStart: start } };
  if (!onPick) return <span {...place} role="img" aria-label={words}>{inside}</span>;
  return <button type="button" {...place} aria-label={words} aria-current={date === today() ? 'date' : undefined} tabIndex={reachable ? 0 : -1} onClick={() => onPick(day)}>{inside}</button>;
}
