import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import { attendanceStatusNames } from '@weidangxiao/shared/rules/attendance.ts';
import { dateInChinese } from '@weidangxiao/shared/rules/week.ts';
import { Facts } from '../../components/facts.tsx';
import { Stepped } from '../../components/stepped.tsx';
import { call } from '../../platform/request.ts';
import { go } from '../../platform/router.ts';
import { useLoaded } from '../../platform/use-loaded.ts';
import css from './hours-paper.module.css';
import { stillMissing } from './hours-words.ts';
import { PaperPage } from './paper-page.tsx';
import { pagesOf } from './paper-pages.ts';
import { PaperSheet } from './paper-sheet.tsx';

type Statement = Answer<'getMemberHours'>;

/** Sessions on a page, of which each may take two lines. */
const linesOnPage = 14;

/** One person's hours of a year, session by session: what they would see on a phone, for whoever has none. */
export function StatementPage({ year, id }: { year: string; id: string }) {
  const loaded = useLoaded(`${year} ${id}`, () => call('getMemberHours', { params: { id, year }, query: {} }));
  const years = <Stepped label={`${year}年`} back="上一年" forth="下一年" onStep={(by) => go(`/study-hours/${Number(year) + by}/members/${id}`)} />;
  return (
    <PaperPage title="个人学时单" of={loaded} actions={years}>
      {(statement) => <Sheets statement={statement} />}
    </PaperPage>
  );
}

function Sheets({ statement }: { statement: Statement }) {
  const { year, member, group, items, opening } = statement;
  const pages = pagesOf(items, linesOnPage);
  return (
    <>
      {pages.map((lines, at) => (
        <PaperSheet key={lines[0]?.session.id ?? 'none'} title={`${member.name} ${year}年学时单`} unit={group?.name ?? '没有小组'} page={at + 1} pages={pages.length} signers={['本人签名', '组长签名']}>
          {at === 0 ? <Sum statement={statement} /> : null}
          {items.length === 0 && !opening ? <p>{year}年还没有记学时的活动。</p> : <Lines lines={lines} opening={at === 0 ? opening : null} sum={at + 1 === pages.length ? statement.hours : null} />}
        </PaperSheet>
      ))}
    </>
  );
}

function Sum({ statement }: { statement: Statement }) {
  const { hours, due, required, months } = statement;
  return <Facts className={css.sum} facts={[['已有学时', hours], ['按进度该有', due], ['全年该有', required], ['还差', stillMissing(statement)], ['算几个月', months]]} />;
}

function Lines({ lines, opening, sum }: { lines: Statement['items']; opening: Statement['opening']; sum: string | null }) {
  return (
    <table className={css.lines}>
      <thead>
        <tr>
          {['日期', '活动', '期数', '怎么到的', '谁记的', '学时'].map((column) => (
            <th key={column} scope="col">{column}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {opening ? <Opening opening={opening} /> : null}
        {lines.map(({ session, number, status, evidence, hours }) => (
          <tr key={session.id}>
            <th scope="row">{dateInChinese(session.date)}</th>
            <td>{session.title}</td>
            <td>{number ?? ''}</td>
            <td>{status ? attendanceStatusNames[status] : ''}</td>
            <td>{evidence}</td>
            <td>{hours}</td>
          </tr>
        ))}
      </tbody>
      {sum === null ? null : (
        <tfoot>
          <tr>
            <th scope="row" colSpan={5}>合计</th>
            <td>{sum}</td>
          </tr>
        </tfoot>
      )}
    </table>
  );
}

/** Hours from before the town joined. */
function Opening({ opening: { hours, evidence } }: { opening: NonNullable<Statement['opening']> }) {
  return (
    <tr>
      <th scope="row">以前</th>
      <td colSpan={3}>用系统以前的学时</td>
      <td>{evidence}</td>
      <td>{hours}</td>
    </tr>
  );
}
