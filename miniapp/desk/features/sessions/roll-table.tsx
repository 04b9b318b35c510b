import type { ColumnDef } from '@tanstack/react-table';
import { attendanceStatusNames, markWayNames } from '@weidangxiao/shared/rules/attendance.ts';
import { mayOpen } from '@weidangxiao/shared/rules/study-session.ts';
import { Button } from '../../components/button.tsx';
import { Chip } from '../../components/chip.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { Empty, FailureNote, Ready } from '../../components/states.tsx';
import { say } from '../../components/toast.tsx';
import { clientId } from '../../platform/client-id.ts';
import { now, whenInChinese } from '../../platform/clock.ts';
import { call } from '../../platform/request.ts';
import { useMayFor } from '../../platform/session.ts';
import { useAct } from '../../platform/use-act.ts';
import { useLoaded } from '../../platform/use-loaded.ts';
import { MarkButtons, type RollStatus } from './mark-buttons.tsx';
import { RollCounts } from './roll-counts.tsx';
import css from './sessions.module.css';
import type { Roll, RollRow, SessionDetail } from './session-words.ts';

interface Props {
  session: SessionDetail;
  onChanged: () => Promise<void>;
  /** A closed session's row is corrected, not marked. */
  onCorrect: (memberId: string) => void;
}

/** Who is expected and what stands about each; where two said different things, both, until one is chosen. */
export function RollTable({ session, onChanged, onCorrect }: Props) {
  const { id, state, date } = session;
  const loaded = useLoaded(id, () => call('listAttendance', { params: { id }, query: {} }));
  const writes = useMayFor('attendance.write')(session.group?.id ?? null);
  const act = useAct();
  const marks = writes && (state === 'open' || (state === 'planned' && mayOpen(date, now())));
  const mark = async (row: RollRow, status: RollStatus | null): Promise<void> => {
    await act.run(async () => {
      const one = { id: clientId(), memberId: row.member.memberId, status, capturedAt: Math.round(now()), over: row.standing.map((standing) => standing.id) };
      const answer = await call('markAttendance', { params: { id }, body: { marks: [one] } });
      if (loaded.data) loaded.put(merged(loaded.data, answer));
      say(`${row.member.name}：${status ? attendanceStatusNames[status] : '没点'}`);
      if (state === 'planned') await onChanged();
    });
  };
  return (
    <section className={css.roll} aria-label="点名册">
      <Ready of={loaded} lines={10}>
        {(roll) => (
          <>
            <RollCounts roll={roll} />
            <FailureNote failure={act.failure} />
            {roll.items.length === 0 ? (
              <Empty title="没有应到的人">改一改谁参加，名单就出来</Empty>
            ) : (
              <DataTable label="点名册" columns={columnsFor(session, { marks, corrects: writes && state === 'closed', busy: act.busy, mark: (row, status) => void mark(row, status), onCorrect })} rows={inOrder(roll.items)} rowId={({ member }) => member.memberId} flagged={({ differs }) => differs} />
            )}
          </>
        )}
      </Ready>
    </section>
  );
}

interface RollActs {
  marks: boolean;
  corrects: boolean;
  busy: boolean;
  mark: (row: RollRow, status: RollStatus | null) => void;
  onCorrect: (memberId: string) => void;
}

function columnsFor(session: SessionDetail, { marks, corrects, busy, mark, onCorrect }: RollActs): ColumnDef<RollRow>[] {
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

/** Where something has to be decided first, guests last. */
function inOrder(rows: readonly RollRow[]): RollRow[] {
  const rank = ({ differs, guest }: RollRow): number => (differs ? 0 : guest ? 2 : 1);
  return rows.map((row, at) => ({ row, at })).sort((a, b) => rank(a.row) - rank(b.row) || a.at - b.at).map(({ row }) => row);
}

function merged(roll: Roll, { counts, rows }: { counts: Roll['counts']; rows: RollRow[] }): Roll {
  const changed = new Map(rows.map((row) => [row.member.memberId, row]));
  return { ...roll, counts, items: roll.items.map((row) => changed.get(row.member.memberId) ?? row) };
}
