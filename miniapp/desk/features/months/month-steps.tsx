import { Icon } from '../../components/icon.tsx';
import { today } from '../../platform/clock.ts';
import type { Board } from './month-page.tsx';
import { stepsOf } from './step-words.ts';
import css from './months.module.css';

/** The five stages with their days; the one that it is in says what is to be done. */
export function MonthSteps({ board }: { board: Board }) {
  return (
    <ol className={css.steps} aria-label="进度">
      {stepsOf(board, today()).map(({ label, days, note, at, late, more }) => (
        <li key={label} className={css[at]} aria-current={at === 'now' ? 'step' : undefined}>
          <div className={css.dot}>
            <i>{at === 'done' ? <Icon name="check" size={14} /> : <span />}</i>
          </div>
          <b>{label}</b>
          <p className="note-size minor">{days}</p>
          <p className={`note-size ${late ? 'amber' : 'minor'}`}>{note}</p>
          {more ? <a className={`note-size ${css.more}`} href={more.href}>{more.words}</a> : null}
        </li>
      ))}
    </ol>
  );
}
