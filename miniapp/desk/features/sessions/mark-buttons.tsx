import { rollStatuses } from '@weidangxiao/shared/rules/attendance.ts';
import css from './sessions.module.css';
import type { RollRow } from './session-words.ts';

export type RollStatus = (typeof rollStatuses)[number];

const short: Readonly<Record<RollStatus, string>> = { present: '到', late: '迟', left_early: '早退', leave: '假', absent: '缺' };

/** One tap marks, the same tap again takes it back. Where marks differ, a tap chooses. */
export function MarkButtons({ row, disabled, onMark }: { row: RollRow; disabled: boolean; onMark: (status: RollStatus | null) => void }) {
  return (
    <div className={css.marks} role="group" aria-label={`${row.member.name}的考勤`}>
      {rollStatuses.map((status) => {
        const pressed = row.status === status;
        return (
          <button type="button" key={status} className={css[status]} aria-pressed={pressed} disabled={disabled} onClick={() => onMark(pressed && !row.differs ? null : status)}>
            {short[status]}
          </button>
        );
      })}
      {row.status === 'exempt' || row.status === 'made_up' ? <span className="blue note-size">{row.status === 'exempt' ? '免学' : '已补学'}</span> : null}
    </div>
  );
}
