import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import { monthCalendar } from '@weidangxiao/shared/rules/month-calendar.ts';
import { dateInChinese, monthInChinese } from '@weidangxiao/shared/rules/week.ts';
import { useState } from 'react';
import { FilterBar } from '../../components/bars.tsx';
import { Button } from '../../components/button.tsx';
import { Chip } from '../../components/chip.tsx';
import { Page } from '../../components/page.tsx';
import { FailureNote, Note, Ready } from '../../components/states.tsx';
import { Stepped } from '../../components/stepped.tsx';
import { say } from '../../components/toast.tsx';
import { today } from '../../platform/clock.ts';
import type { Failure } from '../../platform/failure.ts';
import { call } from '../../platform/request.ts';
import { useMay } from '../../platform/session.ts';
import { useAct } from '../../platform/use-act.ts';
import { useLoaded } from '../../platform/use-loaded.ts';
import { RubricTabs } from '../rubrics/rubric-tabs.tsx';
import { DayDialog } from './day-dialog.tsx';
import css from './working-days.module.css';
import { YearCalendar } from './year-calendar.tsx';
import { type CalendarDay, type SetDay, spanWords, stretchesOf } from './year-days.ts';

type Year = Answer<'listDayExceptions'>;

/** Which days count: for the month's rating, and for whatever else is counted in working days. */
export function WorkingDaysPage() {
  const writes = useMay('working-days.write');
  const [year, setYear] = useState(() => today().slice(0, 4));
  const [picked, setPicked] = useState<CalendarDay | null>(null);
  const loaded = useLoaded(year, () => call('listDayExceptions', { query: { year } }));
  const act = useAct();
  const done = (words: string): void => {
    setPicked(null);
    say(words);
    void loaded.reload();
  };
  const add = async (): Promise<void> => {
    if (await act.run(() => call('addPublishedDays', { body: { year } }))) done(`${year}年的安排带进来了`);
  };
  const missing = loaded.data?.missing ?? 0;
  const bring = writes && missing > 0 ? <Button kind="primary" icon="calendarDays" busy={act.busy} onClick={() => void add()}>带入国务院公布的{year}年安排</Button> : null;
  return (
    <Page title="得分规则" aside="月评、公示、答复投诉都按工作日数" actions={bring}>
      <RubricTabs now="/working-days" />
      <FilterBar>
        <Stepped label={`${year}年`} back="上一年" forth="下一年" onStep={(by) => setYear(String(Number(year) + by))} />
        {writes ? <span className="minor note-size">点一天，把它设成放假或者上班</span> : null}
      </FilterBar>
      <Ready of={loaded} lines={10}>
        {(data) => <Whole data={data} failure={act.failure} onPick={writes ? setPicked : null} />}
      </Ready>
      {picked ? <DayDialog key={picked.date} day={picked} onClose={() => setPicked(null)} onDone={done} /> : null}
    </Page>
  );
}

function Whole({ data, failure, onPick }: { data: Year; failure: Failure | null; onPick: ((day: CalendarDay) => void) | null }) {
  return (
    <>
      <div className={css.said}>
        <FailureNote failure={failure} />
        <Published year={data} />
      </div>
      <div className={css.columns}>
        <div className={css.main}><YearCalendar year={data.year} days={data.days} onPick={onPick} /></div>
        <Side year={data.year} days={data.days} />
      </div>
    </>
  );
}

function Published({ year: { year, missing } }: { year: Year }) {
  if (missing === null) return <Note>{year}年的放假安排这里还没有。国务院公布以后，请一天一天设。</Note>;
  if (missing > 0) return <Note tone="amber">{year}年公布的安排里，还有{missing}天没有设。</Note>;
  return <p className="note-size minor">{year}年公布的安排都设好了，请对照公布的通知核对一遍。</p>;
}

function Side({ year, days }: { year: string; days: readonly SetDay[] }) {
  return (
    <aside className={css.side} aria-label="放假和调休">
      <h2 className="section-title">放假和调休</h2>
      {days.length === 0 ? <p className="minor">都照平常：星期一到星期五上班</p> : null}
      <ul className={css.lines}>
        {stretchesOf(days).map((line) => (
          <li key={line.from}>
            <Chip tone={line.kind === 'off' ? 'green' : 'amber'}>{line.kind === 'off' ? '休' : '班'}</Chip>
            <span className="grow">{spanWords(line)}</span>
            <span className="minor">{line.label}</span>
          </li>
        ))}
      </ul>
      <NextRating year={year} days={days} />
    </aside>
  );
}

/** What the days come to: when this month will be rated. */
function NextRating({ year, days }: { year: string; days: readonly SetDay[] }) {
  const month = today().slice(0, 7);
  const of = (kind: SetDay['kind']) => new Set(days.filter((day) => day.kind === kind).map(({ day }) => day));
  const { completeUntil, voteFrom, voteUntil, confirmFrom, confirmUntil } = monthCalendar(month, { off: of('off'), worked: of('worked') });
  if (!completeUntil.startsWith(year)) return null;
  return (
    <>
      <h2 className="section-title">照这样，{monthInChinese(month)}的月评</h2>
      <ul className={css.lines}>
        <li><span className="grow">补全到</span>{dateInChinese(completeUntil)}</li>
        <li><span className="grow">互评</span>{spanWords({ from: voteFrom, to: voteUntil })}</li>
        <li><span className="grow">委员会</span>{spanWords({ from: confirmFrom, to: confirmUntil })}</li>
      </ul>
    </>
  );
}
