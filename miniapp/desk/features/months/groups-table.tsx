import type { ColumnDef } from '@tanstack/react-table';
import { monthGapWords } from '@weidangxiao/shared/rules/month-gaps.ts';
import { useMemo } from 'react';
import { DataTable } from '../../components/data-table.tsx';
import { Empty } from '../../components/states.tsx';
import type { Board } from './month-page.tsx';
import css from './months.module.css';
import { useWay } from './use-way.ts';

type Row = Board['groups'][number];

const name: ColumnDef<Row> = { header: '小组', meta: { limit: 14 }, cell: ({ row: { original } }) => <span className="medium">{original.group?.name ?? '还没编组'}</span> };
const missing: ColumnDef<Row> = { header: '还缺什么', meta: { wrap: true }, cell: ({ row: { original } }) => <Missing gaps={original.gaps} /> };
const who: ColumnDef<Row> = { header: '找谁补', meta: { limit: 12 }, cell: ({ row: { original } }) => <Who row={original} /> };
const vote: ColumnDef<Row> = { header: '互评投过', meta: { right: true, width: 100 }, cell: ({ row: { original } }) => <Voted vote={original.vote} /> };
const people: ColumnDef<Row> = { header: '在册', meta: { right: true, width: 72 }, cell: ({ row: { original } }) => `${original.people ?? 0}人` };
const rated: ColumnDef<Row> = { header: '能评的', meta: { right: true, width: 84 }, cell: ({ row: { original } }) => `${original.rated ?? 0}人` };
const unrated: ColumnDef<Row> = { header: '免评', meta: { right: true, width: 72 }, cell: ({ row: { original } }) => <Unrated row={original} /> };

/** Completeness, group by group. Before the cut-off nobody is counted yet. */
export function GroupsTable({ groups, isCutOff }: { groups: readonly Row[]; isCutOff: boolean }) {
  const votes = groups.some((row) => row.vote !== null && row.vote.voted !== null);
  const columns = useMemo(() => [name, missing, who, ...(votes ? [vote] : []), ...(isCutOff ? [people, rated, unrated] : [])], [isCutOff, votes]);
  if (groups.length === 0) return <Empty title="还没有小组">先在花名册里建组</Empty>;
  return <DataTable label="各组还缺什么" columns={columns} rows={[...groups]} rowId={({ group }) => group?.id ?? 'none'} />;
}

function Missing({ gaps }: Pick<Row, 'gaps'>) {
  const wayTo = useWay();
  if (gaps.length === 0) return <span className="minor">齐了</span>;
  return (
    <ul className={css.missing}>
      {gaps.map((gap) => {
        const { kind, count } = gap;
        const way = wayTo(gap);
        const words = `${monthGapWords[kind].label}${count}${monthGapWords[kind].unit}`;
        return <li key={kind}>{way ? <a href={way}>{words}</a> : <span>{words}</span>}</li>;
      })}
    </ul>
  );
}

/** The group's leaders; the admins where there is none, or where the word is theirs. */
function Who({ row: { gaps, leaders } }: { row: Row }) {
  if (gaps.length === 0) return null;
  const names = leaders.map((leader) => leader.name).join('、');
  const forLeader = gaps.some(({ by }) => by === 'leader');
  const forAdmin = gaps.some(({ by }) => by === 'admin') || !names;
  return <>{[...(forLeader && names ? [names] : []), ...(forAdmin ? ['镇管理员'] : [])].join('、')}</>;
}

/** How many, never who; where so few vote that it would tell, or they are too few to vote at all, nothing. */
function Voted({ vote: of }: Pick<Row, 'vote'>) {
  return of && of.voted !== null ? <>{of.voted}<span className="minor">/{of.people}人</span></> : <span className="minor">–</span>;
}

function Unrated({ row: { people: all, rated: some } }: { row: Row }) {
  const count = (all ?? 0) - (some ?? 0);
  return count === 0 ? <span className="minor">–</span> : <>{count}人</>;
}
