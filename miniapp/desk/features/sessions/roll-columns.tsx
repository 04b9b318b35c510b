import type { ColumnDef } from '@tanstack/react-table';
import { attendanceStatusNames, markWayNames } from '@weidangxiao/shared/rules/attendance.ts';
import { Button } from '../../components/button.tsx';
import { Chip } from '../../components/chip.tsx';
import { whenInChinese } from '../../platform/clock.ts';
import { MarkButtons, type RollStatus } from './mark-buttons.tsx';
import type { RollRow, SessionDetail } from './session-words.ts';

export interface RollActs {
  marks: boolean;
  corrects: boolean;
  busy: boolean;
  mark: (row: RollRow, status: RollStatus | null) => void;
  onCorrect: (memberId: string) => void;
}

/** Name, mark and how it is known; where two said different things, both. */
export function columnsFor(session: SessionDetail, { marks, corrects, busy, mark, onCorrect }: RollActs): ColumnDef<RollRow>[] {
  const several = session.expected.groups.length > 1;
  const groupName = (row: RollRow): string => session.expected.groups.find(({ id }) => id === row.groupId)?.name ?? '';
  return [
    { header: '姓名', cell: ({ row: { original } }) => <Name row={original} />, meta: { limit: 8 } },
    ...(several ? [{ header: '小组', cell: ({ row: { original } }) => <span className="minor">{groupName(original)}</span>, meta: { limit: 8 } } satisfies ColumnDef<RollRow>] : []),
    { header: '记的', cell: ({ row: { original } }) => (marks ? <MarkButtons row={original} disabled={busy} onMark={(status) => mark(original, status)} /> : <Status row={original} />) },
    { header: '怎么来的', cell: ({ row: { original } }) => <Standing row={original} />, meta: { wrap: true } },
    ...(corrects ? [{ id: 'acts', header: '', cell: ({ row: { original } }) => <Button small kind="text" aria-label={`更正${original.member.name}的考勤`} onClick={() => onCorrect(original.member.memberId)}>更正</Button>, meta: { right: true } } satisfies ColumnDef<RollRow>] : []),
  ];
}

function Name({ row: { member, guest, spoke, paper } }: { row: RollRow }) {
  const notes = [guest ? '旁听' : '', spoke ? '发了言' : '', paper ? '用纸' : ''].filter(Boolean).join('、');
  return (
    <>
      <span className="medium">{member.name}</span>
      {notes ? <span className="faint note-size"> {notes}</span> : null}
    </>
  );
}

function Status({ row: { status } }: { row: RollRow }) {
  if (!status) return <span className="faint">没点</span>;
  const tone = { present: 'green', made_up: 'green', late: 'amber', left_early: 'amber', leave: 'blue', exempt: 'blue', absent: 'plain' } as const;
  return <Chip tone={tone[status]}>{attendanceStatusNames[status]}</Chip>;
}

/** The mark that stands, or all of them where they differ. */
function Standing({ row: { standing, differs } }: { row: RollRow }) {
  const shown = differs ? standing : standing.slice(-1);
  return (
    <>
      {differs ? <p className="amber note-size">说法不一样，先按最后收到的算。点一下对的，就定下来</p> : null}
      {shown.map(({ id, status, way, by, capturedAt }) => (
        <p key={id} className="note-size minor">
          {differs ? `${status ? attendanceStatusNames[status] : '没点'}，` : ''}
          {markWayNames[way]}
          {by ? `，${by.name}` : ''}，{whenInChinese(capturedAt)}
        </p>
      ))}
    </>
  );
}
