import { addDays, isMonday, mondayOf, mondayOfDate, mondaysOfYear, pushInstant } from '@weidangxiao/shared/rules/week.ts';
import { useEffect } from 'react';
import { Button } from '../../components/button.tsx';
import { Page } from '../../components/page.tsx';
import { Failed, Skeleton } from '../../components/states.tsx';
import { now } from '../../platform/clock.ts';
import { call } from '../../platform/request.ts';
import { go, replacePath } from '../../platform/router.ts';
import { useMay } from '../../platform/session.ts';
import { useLoaded } from '../../platform/use-loaded.ts';
import { useReloadOnJump } from '../../platform/use-reload-on-jump.ts';
import css from './planner.module.css';
import { PushFunnel } from './push-funnel.tsx';
import { ThemeActions } from './theme-actions.tsx';
import { ThemePanel } from './theme-panel.tsx';
import type { PlannedMonday } from './theme-words.ts';
import { type ThemeDesk, useThemeDesk } from './use-theme-desk.ts';
import { WeekPreview } from './week-preview.tsx';
import { YearGrid } from './year-grid.tsx';

/** The Mondays of a year: plan, review, schedule, see where it reached. */
export function PlannerPage({ monday }: { monday: string | null }) {
  const wanted = monday && isDate(monday) ? mondayOfDate(monday) : nextMonday();
  const year = Number(wanted.slice(0, 4));
  const loaded = useLoaded(String(year), () => call('listThemes', { query: { year } }));
  useReloadOnJump(loaded);
  const approves = useMay('themes.approve');
  if (loaded.data === null) {
    return (
      <Page title="每周主题" aside={`${year}年`}>
        {loaded.failure ? <Failed failure={loaded.failure} retry={() => void loaded.reload()} /> : <Skeleton lines={10} />}
      </Page>
    );
  }
  const { mondays } = loaded.data;
  const waiting = approves && monday === null ? mondays.find(({ theme }) => theme?.state === 'in_review') : undefined;
  const planned = waiting ?? mondays.find((one) => one.monday === wanted) ?? mondays[0];
  return planned ? <Planner year={year} mondays={mondays} planned={planned} onChanged={loaded.reload} /> : null;
}

interface PlannerProps {
  year: number;
  mondays: PlannedMonday[];
  planned: PlannedMonday;
  onChanged: () => Promise<void>;
}

function Planner({ year, mondays, planned, onChanged }: PlannerProps) {
  // The address names the Monday that is shown, so that it stays the one that is shown.
  useEffect(() => replacePath(`/themes/${planned.monday}`), [planned.monday]);
  const desk = useThemeDesk(planned, () => void onChanged());
  const pick = (monday: string): void => go(`/themes/${monday}`);
  const toYear = (to: number): void => pick(mondaysOfYear(to).find((monday) => monday.slice(5) >= planned.monday.slice(5)) ?? mondaysOfYear(to)[0] ?? planned.monday);
  const reached = desk.theme?.state === 'sent' || desk.theme?.state === 'missed' ? planned.monday : lastSent(mondays);
  return (
    <Page title="每周主题" aside={`${year}年`} actions={<Actions desk={desk} />}>
      <div className={css.columns}>
        <YearGrid year={year} mondays={mondays} selected={planned.monday} onPick={pick} onYear={toYear} />
        <ThemePanel desk={desk} onChanged={onChanged} />
        <aside className={css.preview}>
          <WeekPreview monday={planned.monday} draft={desk.draft} holiday={desk.theme || desk.editing ? null : planned.holiday} />
        </aside>
      </div>
      {reached ? (
        <footer className={css.reach}>
          <PushFunnel monday={reached} />
        </footer>
      ) : null}
    </Page>
  );
}

/** The paper is there for every stored theme, beside what its state allows. */
function Actions({ desk }: { desk: ThemeDesk }) {
  return (
    <>
      {desk.theme ? <Button icon="scrollText" onClick={() => go(`/themes/${desk.planned.monday}/article`)}>公众号</Button> : null}
      {desk.theme ? <Button icon="printer" onClick={() => go(`/themes/${desk.planned.monday}/paper`)}>周一包</Button> : null}
      <ThemeActions desk={desk} />
    </>
  );
}

function lastSent(mondays: readonly PlannedMonday[]): string | null {
  return mondays.findLast(({ theme }) => theme?.state === 'sent')?.monday ?? null;
}

/** The Monday whose push comes next. */
function nextMonday(): string {
  const monday = mondayOf(now());
  return now() < pushInstant(monday) ? monday : addDays(monday, 7);
}

function isDate(text: string): boolean {
  try {
    isMonday(text);
    return true;
  } catch {
    return false;
  }
}
