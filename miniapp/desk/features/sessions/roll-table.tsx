import { attendanceStatusNames } from '@weidangxiao/shared/rules/attendance.ts';
import { mayOpen } from '@weidangxiao/shared/rules/study-session.ts';
import { DataTable } from '../../components/data-table.tsx';
import { Empty, FailureNote, Ready } from '../../components/states.tsx';
import { say } from '../../components/toast.tsx';
import { clientId } from '../../platform/client-id.ts';
import { now } from '../../platform/clock.ts';
import { call } from '../../platform/request.ts';
import { useMayFor } from '../../platform/session.ts';
import { useAct } from '../../platform/use-act.ts';
import { useLoaded } from '../../platform/use-loaded.ts';
import type { RollStatus } from './mark-buttons.tsx';
import { RollCounts } from './roll-counts.tsx';
import { columnsFor } from './roll-columns.tsx';
import { RollGuests } from './roll-guests.tsx';
import { RollSignIns } from './roll-sign-ins.tsx';
import css from './sessions.module.css';
import type { Roll, RollRow, SessionDetail } from './session-words.ts';

interface Props {
  session: SessionDetail;
  onChanged: () => Promise<void>;
  /** A closed session's row is corrected, not marked. */
  onCorrect: (memberId: string) => void;
}

/** Somebody who is marked, with the marks that this one is meant to replace. */
type Marked = Pick<RollRow, 'member' | 'standing'>;

/** Who is expected and what stands about each; who waits for a word, and who came without being expected. */
export function RollTable({ session, onChanged, onCorrect }: Props) {
  const { id, state } = session;
  const loaded = useLoaded(id, () => call('listAttendance', { params: { id }, query: {} }));
  const { marks, writes } = useMarks(session);
  const act = useAct();
  const mark = async ({ member, standing }: Marked, status: RollStatus | null): Promise<boolean> =>
    act.run(async () => {
      const one = { id: clientId(), memberId: member.memberId, status, capturedAt: Math.round(now()), over: standing.map((mark) => mark.id) };
      const answer = await call('markAttendance', { params: { id }, body: { marks: [one] } });
      if (loaded.data) loaded.put(merged(loaded.data, answer));
      say(`${member.name}：${status ? attendanceStatusNames[status] : '没点'}`);
      if (state === 'planned') await onChanged();
    });
  const columns = columnsFor(session, { marks, corrects: writes && state === 'closed', busy: act.busy, mark: (row, status) => void mark(row, status), onCorrect });
  return (
    <section className={css.roll} aria-label="点名册">
      <Ready of={loaded} lines={10}>
        {(roll) => (
          <>
            <RollCounts roll={roll} />
            {writes ? <RollSignIns sessionId={id} onDecided={loaded.reload} /> : null}
            <FailureNote failure={act.failure} />
            {roll.items.length === 0 ? <Empty title="没有应到的人">改一改谁参加，名单就出来</Empty> : <DataTable label="点名册" columns={columns} rows={inOrder(roll.items)} rowId={({ member }) => member.memberId} flagged={({ differs }) => differs} />}
            {marks ? <RollGuests sessionId={id} busy={act.busy} onGuest={(member) => mark({ member, standing: [] }, 'present')} /> : null}
          </>
        )}
      </Ready>
    </section>
  );
}

/** Whether this person keeps this roll, and whether marks are still taken. */
function useMarks({ state, date, group }: SessionDetail): { marks: boolean; writes: boolean } {
  const writes = useMayFor('attendance.write')(group?.id ?? null);
  return { writes, marks: writes && (state === 'open' || (state === 'planned' && mayOpen(date, now()))) };
}

/** Where something has to be decided first, guests last. */
function inOrder(rows: readonly RollRow[]): RollRow[] {
  const rank = ({ differs, guest }: RollRow): number => (differs ? 0 : guest ? 2 : 1);
  return rows.map((row, at) => ({ row, at })).sort((a, b) => rank(a.row) - rank(b.row) || a.at - b.at).map(({ row }) => row);
}

function merged(roll: Roll, { counts, rows }: { counts: Roll['counts']; rows: RollRow[] }): Roll {
  const changed = new Map(rows.map((row) => [row.member.memberId, row]));
  const before = new Set(roll.items.map(({ member }) => member.memberId));
  const came = rows.filter(({ member }) => !before.has(member.memberId));
  return { ...roll, counts, items: [...roll.items.map((row) => changed.get(row.member.memberId) ?? row), ...came] };
}
