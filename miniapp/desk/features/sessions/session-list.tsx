import type { ColumnDef } from '@tanstack/react-table';
import { sessionKindNames, sessionStateNames } from '@weidangxiao/shared/rules/study-session.ts';
import { weekdayInChinese } from '@weidangxiao/shared/rules/week.ts';
import { Chip } from '../../components/chip.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { dateWithYear, now } from '../../platform/clock.ts';
import { go } from '../../platform/router.ts';
import { countsOf, isOverdue, type Session, stateTones, timesOf, whoOf } from './session-words.ts';

const columns: ColumnDef<Session>[] = [
  { header: '日期', cell: ({ row: { original } }) => `${dateWithYear(original.date)}${weekdayInChinese(original.date).replace('星期', '周')}`, meta: { width: 120 } },
  { header: '时间', cell: ({ row: { original } }) => timesOf(original) },
  { header: '活动', cell: ({ row: { original } }) => <a className="medium" href={`#/sessions/${original.id}`} onClick={(event) => event.stopPropagation()}>{original.title}</a>, meta: { wrap: true } },
  { header: '类型', cell: ({ row: { original } }) => sessionKindNames[original.kind] },
  { header: '谁参加', cell: ({ row: { original } }) => <span className="minor">{whoOf(original)}</span>, meta: { limit: 12 } },
  { header: '到了/应到', cell: ({ row: { original } }) => countsOf(original), meta: { right: true } },
  { header: '期数', cell: ({ row: { original } }) => (original.number ? `第${original.number}期` : ''), meta: { right: true } },
  { header: '状态', cell: ({ row: { original } }) => <State session={original} /> },
];

function State({ session }: { session: Session }) {
  if (isOverdue(session, now())) return <Chip tone="amber">等收尾</Chip>;
  return <Chip tone={stateTones[session.state]}>{sessionStateNames[session.state]}</Chip>;
}

export function SessionList({ sessions }: { sessions: Session[] }) {
  return <DataTable label="学习活动" columns={columns} rows={sessions} rowId={({ id }) => id} onOpen={({ id }) => go(`/sessions/${id}`)} />;
}
