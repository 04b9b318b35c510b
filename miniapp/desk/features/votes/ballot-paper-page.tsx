import { gradeNames, grades } from '@weidangxiao/shared/rules/assessment/rubric.ts';
import { monthInChinese } from '@weidangxiao/shared/rules/week.ts';
import { Button } from '../../components/button.tsx';
import { Page } from '../../components/page.tsx';
import { Ready } from '../../components/states.tsx';
import { useSession } from '../../platform/session.ts';
import { call } from '../../platform/request.ts';
import { useLoaded } from '../../platform/use-loaded.ts';
import css from './ballot-paper.module.css';
import { type Box, boxPlace, namesOf } from './vote-words.ts';

/**
 * The ballot as it comes out of the printer: a slip for each name, to be cut apart. On one whole sheet the line that its voter leaves
 * empty would say whose it is.
 */
export function BallotPaperPage({ month, id }: { month: string; id: string }) {
  const loaded = useLoaded(`${month} ${id}`, () => call('getPaperBox', { params: { month, id } }));
  const print = <Button kind="primary" icon="printer" disabled={!loaded.data} onClick={() => window.print()}>打印一份</Button>;
  return (
    <Page title="互评票" aside={<a href={boxPlace(month, id)}>一人一份，份数在打印时选。回到纸质票</a>} actions={print}>
      <Ready of={loaded}>{(box) => <div className={`app light ${css.desk}`}><Ballot box={box} /></div>}</Ready>
    </Page>
  );
}

function Ballot({ box }: { box: Box }) {
  const school = useSession(({ caller }) => caller?.town?.schoolName ?? '');
  const what = `${monthInChinese(box.month)}互评`;
  return (
    <article className={css.sheet} aria-label={`${namesOf(box)}的互评票`}>
      <header className={css.head}>
        <p>{school}，{namesOf(box)}</p>
        <h2>{box.month.slice(0, 4)}年{what}票</h2>
        <p>每个名字后面圈一个。沿虚线剪开，自己那一条不投、撕掉，别的条一起放进信封投进票箱。不要写自己的名字，不要作记号。</p>
      </header>
      <div className={css.slips}>
        {box.people.map(({ memberId, name }) => (
          <div key={memberId} className={css.slip}>
            <span className={css.what}>{what}</span>
            <b>{name}</b>
            <span className={css.grades}>{grades.map((grade) => <i key={grade}>{gradeNames[grade]}</i>)}</span>
          </div>
        ))}
      </div>
    </article>
  );
}
