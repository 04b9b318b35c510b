import { themeStateNames } from '@weidangxiao/shared/rules/theme.ts';
import { Chip } from '../../components/chip.tsx';
import { Skeleton } from '../../components/states.tsx';
import { dateWithYear } from '../../platform/clock.ts';
import { themeTones } from '../themes/theme-words.ts';
import css from './overview.module.css';
import { type PlannedMonday, useWaitingStore } from './waiting.ts';

/** This Monday and the next, side by side. */
export function WeekState() {
  const { loaded, thisWeek, nextWeek } = useWaitingStore();
  if (!loaded) return <Skeleton lines={2} />;
  return (
    <section className={css.weeks} aria-label="本周和下周">
      {thisWeek ? <Week label="本周" planned={thisWeek} /> : null}
      {nextWeek ? <Week label="下周" planned={nextWeek} /> : null}
    </section>
  );
}

function Week({ label, planned: { monday, week, holiday, theme } }: { label: string; planned: PlannedMonday }) {
  return (
    <a className={css.week} href={`#/themes/${monday}`}>
      <span className="row">
        <span className="minor">{label}，第{week}周，{dateWithYear(monday)}</span>
        <Chip tone={theme ? themeTones[theme.state] : 'line'}>{theme ? themeStateNames[theme.state] : holiday ? '放假停发' : '还没写'}</Chip>
      </span>
      <b className="one-line">{theme?.title ?? holiday ?? '这个周一还没写'}</b>
      <span className="minor note-size">{theme ? `${theme.lessons}课` : '\u00a0'}</span>
    </a>
  );
}
