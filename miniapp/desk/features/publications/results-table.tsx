import type { ColumnDef } from '@tanstack/react-table';
import { useMemo } from 'react';
import { Button } from '../../components/button.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { Empty } from '../../components/states.tsx';
import { GradeBar } from './grade-bar.tsx';
import { outcomeNames, outcomes, peopleIn, type ResultGroup } from './grade-counts.ts';

export const groupName = ({ group }: Pick<ResultGroup, 'group'>): string => group?.name ?? '没有小组';

/** Counts, group by group as people count them: never in an order of merit, and no names before one asks for them. */
export function ResultsTable({ groups, onOpen }: { groups: readonly ResultGroup[]; onOpen: (group: ResultGroup) => void }) {
  const columns = useMemo(() => columnsWith(onOpen), [onOpen]);
  if (groups.length === 0) return <Empty title="这个月名单上没有人">月底在册的人才在名单上</Empty>;
  return <DataTable label="各组的等次" columns={columns} rows={[...groups]} rowId={({ group }) => group?.id ?? 'none'} onOpen={onOpen} />;
}

function columnsWith(onOpen: (group: ResultGroup) => void): ColumnDef<ResultGroup>[] {
  return [
    { header: '小组', meta: { limit: 14 }, cell: ({ row: { original } }) => <span className="medium">{groupName(original)}</span> },
    { header: '各等次', meta: { width: 240 }, cell: ({ row: { original } }) => <GradeBar counts={original} /> },
    ...outcomes.map((outcome): ColumnDef<ResultGroup> => ({ id: outcome, header: outcomeNames[outcome], meta: { right: true, width: 64 }, cell: ({ row: { original } }) => original[outcome] || <span className="faint">–</span> })),
    { header: '共', meta: { right: true, width: 72 }, cell: ({ row: { original } }) => `${peopleIn(original)}人` },
    {
      id: 'open',
      header: () => <span className="unseen">看得分</span>,
      meta: { right: true, width: 96 },
      cell: ({ row: { original } }) => <Button kind="text" small aria-label={`看${groupName(original)}的得分`} onClick={(event) => { event.stopPropagation(); onOpen(original); }}>看得分</Button>,
    },
  ];
}
