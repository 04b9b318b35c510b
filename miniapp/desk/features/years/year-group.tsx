import type { ColumnDef } from '@tanstack/react-table';
import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import { gradeNames } from '@weidangxiao/shared/rules/assessment/rubric.ts';
import { useMemo, useState } from 'react';
import { FilterBar } from '../../components/bars.tsx';
import { Chip } from '../../components/chip.tsx';
import { BarSelect } from '../../components/field.tsx';
import { PagedTable } from '../../components/paged-table.tsx';
import { Empty } from '../../components/states.tsx';
import { call } from '../../platform/request.ts';
import { useLoaded } from '../../platform/use-loaded.ts';
import { useGroups } from '../groups/use-groups.ts';
import { MemberYear } from './member-year.tsx';
import type { Board } from './year-board.ts';
import css from './years.module.css';

type Score = Answer<'listAnnualScores'>['items'][number];
type GradeLine = Answer<'listAnnualGrades'>['items'][number];
const pageSize = 50;

/** One group's people by surname: figures for the committee, names and grades for the admins once they are published. */
export function YearGroup({ board, figures, onChanged }: { board: Board; figures: boolean; onChanged: () => void }) {
  const open = useGroups();
  const choices = board.groups ? board.groups.map(({ group }) => ({ value: group?.id ?? 'none', label: group?.name ?? '没有小组的' })) : [...(open ?? []).map(({ id, name }) => ({ value: id, label: name })), { value: 'none', label: '没有小组的' }];
  const [picked, setPicked] = useState('');
  const groupId = picked || choices[0]?.value || '';
  const counted = board.groups?.find(({ group }) => (group?.id ?? 'none') === groupId);
  if (!figures && !board.published) return null;
  if (!groupId || (open === null && !board.groups)) return null;
  return (
    <section className={css.group} aria-label="按组看">
      <FilterBar>
        <BarSelect label="小组" value={groupId} choices={choices} onChange={(event) => setPicked(event.target.value)} />
        <span className="grow" />
        <span className="note-size minor">{counted ? `${counted.people}人，评等次的${counted.graded}人。` : ''}按姓氏排，不按分数排</span>
      </FilterBar>
      {figures ? <Scores key={groupId} board={board} groupId={groupId} onChanged={onChanged} /> : <Grades key={groupId} year={String(board.year)} groupId={groupId} />}
    </section>
  );
}

function Scores({ board, groupId, onChanged }: { board: Board; groupId: string; onChanged: () => void }) {
  const year = String(board.year);
  const [page, setPage] = useState(1);
  const [opened, setOpened] = useState<Score | null>(null);
  const loaded = useLoaded(`${year} ${board.run} ${board.stage} ${groupId} ${page}`, () => call('listAnnualScores', { params: { year }, query: { groupId, page, pageSize } }));
  const columns = useMemo(() => [...scoreColumns, ...(board.groups ? resultColumns : [])], [board.groups]);
  return (
    <>
      <PagedTable of={loaded} label="这个组的年度得分" columns={columns} rowId={({ member }) => member.memberId} unit="人" onPage={setPage} empty="这个组没有人" onOpen={setOpened} flagged={({ needsDecision }) => needsDecision} />
      {opened ? <MemberYear year={year} score={opened} mayCorrect={board.published !== null} onClose={() => setOpened(null)} onDone={() => { setOpened(null); onChanged(); void loaded.reload(); }} /> : null}
    </>
  );
}

function Grades({ year, groupId }: { year: string; groupId: string }) {
  const [page, setPage] = useState(1);
  const loaded = useLoaded(`${year} ${groupId} ${page}`, () => call('listAnnualGrades', { params: { year }, query: { groupId, page, pageSize } }));
  if (loaded.failure && !loaded.data) return <Empty title="还没有公示">{loaded.failure.message}</Empty>;
  return <PagedTable of={loaded} label="这个组的年度结果" columns={gradeColumns} rowId={({ member }) => member.memberId} unit="人" onPage={setPage} empty="这个组没有人" />;
}

const none = <span className="faint">–</span>;
const right = { right: true } as const;
const gradeOf = (grade: Score['grade']): string => (grade ? gradeNames[grade] : '不定等次');

const scoreColumns: ColumnDef<Score>[] = [
  { header: '姓名', cell: ({ row: { original } }) => <button type="button" className={css.name}>{original.member.name}</button> },
  { header: '评过', meta: right, cell: ({ row: { original } }) => `${original.ratedMonths}个月` },
  { header: '各月平均', meta: right, cell: ({ row: { original } }) => original.mean ?? none },
  { header: '学时', meta: right, cell: ({ row: { original } }) => <>{original.hours}<span className="minor"> / {original.requiredHours}</span></> },
  { header: '结果评价', meta: right, cell: ({ row: { original } }) => original.results },
  { header: '年度得分', meta: right, cell: ({ row: { original } }) => <b>{original.T ?? none}</b> },
];

const resultColumns: ColumnDef<Score>[] = [
  { header: '绩效得分', meta: right, cell: ({ row: { original } }) => original.performance ?? none },
  { header: '等次', cell: ({ row: { original } }) => (original.needsDecision ? '待议定' : gradeOf(original.grade)) },
  { header: '', id: 'state', cell: ({ row: { original } }) => <State score={original} /> },
];

const gradeColumns: ColumnDef<GradeLine>[] = [
  { header: '姓名', cell: ({ row: { original } }) => <span className="medium">{original.member.name}</span> },
  { header: '等次', cell: ({ row: { original } }) => gradeOf(original.grade) },
];

function State({ score: { needsDecision, corrected, reason } }: { score: Score }) {
  if (needsDecision) return <Chip tone="amber">并列</Chip>;
  if (corrected) return <Chip tone="blue">更正过</Chip>;
  if (reason === null) return null;
  return <span className="note-size minor">{reason === 'months' ? '评过的不到六个月' : '没有在组的月份'}</span>;
}
