import { Button } from '../../components/button.tsx';
import { Page } from '../../components/page.tsx';
import { Empty, Ready } from '../../components/states.tsx';
import { dateWithYear, today } from '../../platform/clock.ts';
import { call } from '../../platform/request.ts';
import { askedIn } from '../../platform/router.ts';
import { useSession } from '../../platform/session.ts';
import { useLoaded } from '../../platform/use-loaded.ts';
import css from './hours-paper.module.css';
import { type HoursRow, isBehind } from './hours-words.ts';

/** The year's hours on paper, a page for each group, to be checked and signed there. */
export function HoursPaperPage({ year }: { year: string }) {
  const groupId = askedIn('group');
  const loaded = useLoaded(`${year} ${groupId}`, () => allRows(year, groupId));
  const school = useSession(({ caller }) => caller?.town?.schoolName ?? '');
  const print = <Button kind="primary" icon="printer" disabled={!loaded.data?.length} onClick={() => window.print()}>打印</Button>;
  return (
    <Page title="学时单" aside={<a href="#/study-hours">回到学时</a>} actions={print}>
      <Ready of={loaded}>
        {(rows) => (
          <div className={`app light ${css.desk}`}>
            {rows.length === 0 ? <Empty title="这一年没有学时" /> : null}
            {byGroup(rows).map(([group, members]) => (
              <Sheet key={group} group={group} rows={members} title={`${school}${year}年学时单`} />
            ))}
          </div>
        )}
      </Ready>
    </Page>
  );
}

function Sheet({ title, group, rows }: { title: string; group: string; rows: readonly HoursRow[] }) {
  return (
    <article className={css.sheet}>
      <h2>{title}</h2>
      <p>{group}，{rows.length}人，算到{dateWithYear(today())}</p>
      <table>
        <thead>
          <tr>
            {['姓名', '已有学时', '按进度该有', '全年该有', '还差', '本人核对签名'].map((name) => (
              <th key={name} scope="col">{name}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.member.memberId}>
              <th scope="row">{row.member.name}</th>
              <td>{row.hours}</td>
              <td>{row.due}{isBehind(row) ? '，慢了' : ''}</td>
              <td>{row.required}</td>
              <td>{row.missing === '0' ? '够了' : row.missing}</td>
              <td />
            </tr>
          ))}
        </tbody>
      </table>
      <p className={css.foot}>学时从活动的出勤来：到场记全，迟到早退记一半，请假和没到不记，补学核实了记全。对不上，找组长查哪一场。</p>
    </article>
  );
}

function byGroup(rows: readonly HoursRow[]): [string, HoursRow[]][] {
  const groups = new Map<string, HoursRow[]>();
  for (const row of rows) {
    const name = row.group?.name ?? '没有小组';
    groups.set(name, [...(groups.get(name) ?? []), row]);
  }
  return [...groups];
}

async function allRows(year: string, groupId: string): Promise<HoursRow[]> {
  const query = { groupId: groupId || undefined, pageSize: 100 };
  const first = await call('listStudyHours', { params: { year }, query });
  const rows = [...first.items];
  for (let page = 2; rows.length < first.total; page += 1) rows.push(...(await call('listStudyHours', { params: { year }, query: { ...query, page } })).items);
  return rows;
}
