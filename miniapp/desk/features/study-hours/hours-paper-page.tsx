import { Empty } from '../../components/states.tsx';
import { call } from '../../platform/request.ts';
import { askedIn } from '../../platform/router.ts';
import { useLoaded } from '../../platform/use-loaded.ts';
import css from './hours-paper.module.css';
import { type HoursRow, isBehind, stillMissing } from './hours-words.ts';
import { PaperPage } from './paper-page.tsx';
import { pagesOf } from './paper-pages.ts';
import { PaperSheet } from './paper-sheet.tsx';

/** As many names as stand on a page with its head and, on the last one, the lines to sign. */
const namesOnPage = 16;

/** The year's hours on paper, group by group, to be checked and signed there. */
export function HoursPaperPage({ year }: { year: string }) {
  const groupId = askedIn('group');
  const loaded = useLoaded(`${year} ${groupId}`, () => allRows(year, groupId));
  return (
    <PaperPage title="学时单" of={loaded} printable={(rows) => rows.length > 0}>
      {(rows) => (
        <>
          {rows.length === 0 ? <Empty title="这一年没有学时" /> : null}
          {byGroup(rows).map(([group, members]) => (
            <Group key={group} name={group} rows={members} title={`${year}年学时单`} />
          ))}
        </>
      )}
    </PaperPage>
  );
}

function Group({ title, name, rows }: { title: string; name: string; rows: readonly HoursRow[] }) {
  const pages = pagesOf(rows, namesOnPage);
  return pages.map((members, at) => (
    <PaperSheet key={members[0]?.member.memberId ?? at} title={title} unit={`${name}，${rows.length}人`} page={at + 1} pages={pages.length} signers={['组长签名']}>
      <table className={css.people}>
        <thead>
          <tr>
            {['姓名', '已有学时', '按进度该有', '全年该有', '还差', '本人核对签名'].map((column) => (
              <th key={column} scope="col">{column}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {members.map((row) => (
            <tr key={row.member.memberId}>
              <th scope="row">{row.member.name}</th>
              <td>{row.hours}</td>
              <td>{row.due}{isBehind(row) ? '，慢了' : ''}</td>
              <td>{row.required}</td>
              <td>{stillMissing(row)}</td>
              <td />
            </tr>
          ))}
        </tbody>
      </table>
    </PaperSheet>
  ));
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
