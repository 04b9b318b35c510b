import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import { gradeNames, grades, type Rubric } from '@weidangxiao/shared/rules/assessment/rubric.ts';
import { addDays, datesOfMonth, monthOf, monthWithYear } from '@weidangxiao/shared/rules/week.ts';
import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { TextField } from '../../components/field.tsx';
import { Pager } from '../../components/pager.tsx';
import { FailureNote } from '../../components/states.tsx';
import { today } from '../../platform/clock.ts';
import { call } from '../../platform/request.ts';
import { useAct } from '../../platform/use-act.ts';
import css from './rubrics.module.css';

type Preview = Answer<'createRubricPreview'>;
type Counts = Preview['before'];

const pageSize = 20;
const columns: readonly (keyof Counts)[] = [...grades, 'unrated'];
const names: Readonly<Record<keyof Counts, string>> = { ...gradeNames, unrated: '免评' };

/** Tries the rubric on the records of a month; null while it cannot be tried. */
export function RubricPreview({ rubric }: { rubric: Rubric | null }) {
  const [month, setMonth] = useState(lastMonth);
  const [tried, setTried] = useState<{ rubric: Rubric; preview: Preview } | null>(null);
  const act = useAct();
  const ask = (page: number): void => {
    if (rubric) void act.run(async () => setTried({ rubric, preview: await call('createRubricPreview', { query: { page, pageSize }, body: { month, rubric } }) }));
  };
  const stale = tried && JSON.stringify(tried.rubric) !== JSON.stringify(rubric);
  return (
    <section className={css.part} aria-label="试算">
      <h2 className="section-title">试算一个月看看</h2>
      <p className="note-size minor">用出勤、打卡、心得和加减分这些真实记录算，什么也不写。互评的票不算进来：拿票来试，会试出谁得了几票。</p>
      <div className={css.ask}>
        <TextField label="哪个月" type="month" max={monthOf(today())} value={month} onChange={(event) => setMonth(event.target.value)} />
        <Button busy={act.busy} disabled={!rubric || month === ''} onClick={() => ask(1)}>试算</Button>
      </div>
      <FailureNote failure={act.failure} />
      {tried && stale ? <p className="amber note-size">规则又改过，再试一次看新的</p> : null}
      {tried ? <Outcome preview={tried.preview} onPage={ask} /> : null}
    </section>
  );
}

function Outcome({ preview: { month, version, before, after, groups, changed }, onPage }: { preview: Preview; onPage: (page: number) => void }) {
  return (
    <>
      <p role="status">{changed.total === 0 ? `${monthWithYear(month)}没有人的等次会变` : `${monthWithYear(month)}会有${changed.total}人的等次变，和${version}版比`}</p>
      <table className={css.grades} aria-label="等次的人数">
        <thead>
          <tr><th scope="col">小组</th>{columns.map((column) => <th key={column} scope="col">{names[column]}</th>)}</tr>
        </thead>
        <tbody>
          <Row name="全镇" before={before} after={after} />
          {groups.map(({ group, ...counts }) => <Row key={group?.id ?? ''} name={group?.name ?? '没有小组'} {...counts} />)}
        </tbody>
      </table>
      {changed.total > 0 ? <h3 className="section-title">谁会变</h3> : null}
      <ul className={css.people}>
        {changed.items.map(({ member, group, before: was, after: becomes }) => (
          <li key={member.memberId}>
            <b className="medium">{member.name}</b>
            <span className="minor grow">{group?.name ?? '没有小组'}</span>
            <span>{gradeOr(was)}变{gradeOr(becomes)}</span>
          </li>
        ))}
      </ul>
      {changed.total > pageSize ? <Pager page={changed.page} pageSize={changed.pageSize} total={changed.total} unit="人" onPage={onPage} /> : null}
    </>
  );
}

const gradeOr = (grade: Preview['changed']['items'][number]['before']): string => (grade ? gradeNames[grade] : names.unrated);

function Row({ name, before, after }: { name: string; before: Counts; after: Counts }) {
  return (
    <tr>
      <td>{name}</td>
      {columns.map((column) => (
        <td key={column}>{before[column] === after[column] ? after[column] : <><del aria-label={`原来${before[column]}`}>{before[column]}</del><b>{after[column]}</b></>}</td>
      ))}
    </tr>
  );
}

/** The last one that is over: its records are all there. */
const lastMonth = (): string => monthOf(addDays(datesOfMonth(monthOf(today())).from, -1));
