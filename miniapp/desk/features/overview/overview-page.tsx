import { isoWeek, mondayOf, weekdayInChinese } from '@weidangxiao/shared/rules/week.ts';
import { Page, Pad } from '../../components/page.tsx';
import { dateWithYear, now, today, useClock } from '../../platform/clock.ts';
import { useMay } from '../../platform/session.ts';
import { NewestNotices } from '../notices/newest-notices.tsx';
import { PushFunnel } from '../themes/push-funnel.tsx';
import css from './overview.module.css';
import { ToDo } from './to-do.tsx';
import { WeekState } from './week-state.tsx';

/** What this week looks like, and what waits for me. */
export function OverviewPage() {
  useClock((clock) => clock.moves);
  const seesThemes = useMay('themes.read');
  const monday = mondayOf(now());
  return (
    <Page title="概览" aside={`${today().slice(0, 4)}年${dateWithYear(today())} ${weekdayInChinese(today())}，第${isoWeek(monday).week}周`}>
      <div className={css.columns}>
        <div className="grow">
          {seesThemes ? (
            <>
              <WeekState />
              <div className={css.reach}>
                <PushFunnel monday={monday} />
              </div>
            </>
          ) : null}
          <Pad>
            <NewestNotices />
          </Pad>
        </div>
        <ToDo />
      </div>
    </Page>
  );
}
