import { dateInChinese, monthInChinese, numberInChinese } from '@weidangxiao/shared/rules/week.ts';
import type { KeyboardEvent } from 'react';
import { IconButton } from '../../components/button.tsx';
import { now } from '../../platform/clock.ts';
import type { PlannedMonday } from './theme-words.ts';
import { byMonth, cellNames, cellOf, legendOf } from './year-cells.ts';
import css from './year-grid.module.css';

interface Props {
  year: number;
  mondays: readonly PlannedMonday[];
  selected: string;
  onPick: (monday: string) => void;
  onYear: (year: number) => void;
}

/** The Mondays of a year with where each of them stands; arrows move from one to the next. */
export function YearGrid({ year, mondays, selected, onPick, onYear }: Props) {
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: 4, ArrowUp: -4 }[event.key];
    const at = mondays.findIndex(({ monday }) => monday === selected);
    const next = step === undefined ? undefined : mondays[at + step];
    if (!next) return;
    event.preventDefault();
    onPick(next.monday);
    requestAnimationFrame(() => document.getElementById(`monday-${next.monday}`)?.focus());
  };
  return (
    <section className={css.side} aria-label={`${year}年的周一`}>
      <div className={css.head}>
        <b className="medium">{numberInChinese(mondays.length)}个周一</b>
        <span className="row">
          <IconButton icon="chevronLeft" label={`看${year - 1}年`} onClick={() => onYear(year - 1)} />
          <span>{year}</span>
          <IconButton icon="chevronRight" label={`看${year + 1}年`} onClick={() => onYear(year + 1)} />
        </span>
      </div>
      <div onKeyDown={onKeyDown}>
        {byMonth(mondays).map(({ month, mondays: days }) => (
          <div className={css.month} key={month} role="group" aria-label={monthInChinese(month)}>
            <span aria-hidden="true">{monthInChinese(month)}</span>
            {days.map((planned) => (
              <Cell key={planned.monday} planned={planned} selected={planned.monday === selected} onPick={onPick} />
            ))}
          </div>
        ))}
      </div>
      <Legend mondays={mondays} />
    </section>
  );
}

function Cell({ planned, selected, onPick }: { planned: PlannedMonday; selected: boolean; onPick: (monday: string) => void }) {
  const state = cellOf(planned, now());
  const name = [`${dateInChinese(planned.monday)}，${cellNames[state]}`, planned.theme?.title ?? planned.holiday].filter(Boolean).join('，');
  return (
    <button
      type="button"
      id={`monday-${planned.monday}`}
      className={`${css.cell} ${css[state]} ${selected ? css.selected : ''}`}
      aria-current={selected ? 'date' : undefined}
      aria-label={name}
      title={name}
      tabIndex={selected ? 0 : -1}
      onClick={() => onPick(planned.monday)}
    >
      {state === 'holiday' ? '休' : Number(planned.monday.slice(8))}
    </button>
  );
}

function Legend({ mondays }: { mondays: readonly PlannedMonday[] }) {
  return (
    <ul className={css.legend}>
      {legendOf(mondays, now()).map(({ state, count }) => (
        <li key={state}>
          <i className={`${css.sample} ${css[state]}`} />
          {cellNames[state]} {count}
        </li>
      ))}
    </ul>
  );
}
