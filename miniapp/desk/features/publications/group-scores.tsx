import type { ColumnDef } from '@tanstack/react-table';
import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import { type DimensionKey, dimensionKeys, gradeNames } from '@weidangxiao/shared/rules/assessment/rubric.ts';
import { byName } from '@weidangxiao/shared/rules/name-order.ts';
import { monthInChinese } from '@weidangxiao/shared/rules/week.ts';
import { useState } from 'react';
import { Chip } from '../../components/chip.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { PagedTable } from '../../components/paged-table.tsx';
import { call } from '../../platform/request.ts';
import { useLoaded } from '../../platform/use-loaded.ts';
import type { ResultGroup } from './grade-counts.ts';
import css from './publications.module.css';
import { groupName } from './results-table.tsx';

type Row = Answer<'listMonthScores'>['items'][number];
const pageSize = 50;
const short: Readonly<Record<DimensionKey, string>> = { centralized: '集中', group: '研讨', night: '夜校', selfStudy: '自学', practice: '实践' };

/** One group's figures, by name. For the committee alone; the sheet that everybody sees has none of them. */
export function GroupScores({ month, group, onClose }: { month: string; group: ResultGroup; onClose: () => void }) {
  const [page, setPage] = useState(1);
  const loaded = useLoaded(`${month} ${group.group?.id ?? 'none'} ${page}`, async () => {
    const answer = await call('listMonthScores', { params: { month }, query: { group: group.group?.id ?? 'none', page, pageSize } });
    return { ...answer, items: [...answer.items].sort((a, b) => byName(a.member.name, b.member.name)) };
  });
  return (
    <Dialog title={`${groupName(group)}，${monthInChinese(month)}得分`} size="wide" onClose={onClose}>
      <p className="note-size minor">按姓氏排。分数只有本人和评定委员看得到。</p>
      <div className={css.scores}>
        <PagedTable of={loaded} label={`${groupName(group)}的得分`} columns={columns} rowId={({ member }) => member.memberId} unit="人" onPage={setPage} empty="这个组名单上没有人" />
      </div>
    </Dialog>
  );
}

const figure = (value: string | null) => value ?? <span className="faint">–</span>;
const right = { right: true } as const;

const columns: ColumnDef<Row>[] = [
  { header: '姓名', cell: ({ row: { original } }) => <a className="medium" href={`#/members/${original.member.memberId}`}>{original.member.name}</a> },
  ...dimensionKeys.map((key): ColumnDef<Row> => ({ id: key, header: short[key], meta: right, cell: ({ row: { original } }) => figure(original.lines.find(({ dimension }) => dimension === key)?.earned ?? null) })),
  { header: '学习得分', meta: right, cell: ({ row: { original } }) => figure(original.s) },
  { header: '互评', meta: right, cell: ({ row: { original } }) => figure(original.p) },
  { header: '本月', meta: right, cell: ({ row: { original } }) => <b>{figure(original.m)}</b> },
  { header: '等次', cell: ({ row: { original } }) => (original.rated && original.grade ? gradeNames[original.grade] : '免评') },
  { header: '', id: 'state', cell: ({ row: { original } }) => <State row={original} /> },
];

function State({ row: { frozen, adjustments, rated, exempt, p } }: { row: Row }) {
  if (frozen) return <Chip tone="amber">异议，先不定</Chip>;
  if (adjustments > 0) return <Chip tone="blue">更正{adjustments}笔</Chip>;
  if (!rated) return <span className="note-size minor">{exempt === 'whole' ? '整月免学' : '学习不满两种'}</span>;
  return p === null ? <span className="note-size minor">票不够，按学习得分</span> : null;
}
