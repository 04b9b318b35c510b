import css from './sessions.module.css';
import type { Roll } from './session-words.ts';

/** How many are expected, how many were marked and as what; what is zero is left out. */
export function RollCounts({ roll: { counts } }: { roll: Roll }) {
  const parts: [string, number][] = [
    ['迟到', counts.late],
    ['早退', counts.left_early],
    ['请假', counts.leave],
    ['缺', counts.absent],
    ['补学', counts.made_up],
    ['免学', counts.exempt],
    ['没点', counts.unmarked],
    ['旁听', counts.guests],
  ];
  return (
    <p className={css.counts} role="status">
      <span>应到<b>{counts.expected}</b>人</span>
      <span>到<b>{counts.present}</b></span>
      {parts.filter(([, count]) => count > 0).map(([label, count]) => (
        <span key={label} className="minor">{label}{count}</span>
      ))}
      {counts.differing > 0 ? <span className="amber">说法不一样{counts.differing}</span> : null}
    </p>
  );
}
