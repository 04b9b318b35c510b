import { addDays, type BusinessDate, businessDate, dateInChinese } from '@weidangxiao/shared/rules/week.ts';
import type { YearStage } from '@weidangxiao/shared/rules/annual-scores.ts';
import { Icon } from '../../components/icon.tsx';
import steps from '../months/months.module.css';
import type { Board } from './year-board.ts';

interface Step {
  readonly label: string;
  readonly until: readonly YearStage[];
  readonly days: (board: Board) => string;
  readonly note: (board: Board) => string;
}

/** In the order in which a year passes them; `until`: stages in which it is the current one. */
const all: readonly Step[] = [
  { label: '各月锁定', until: ['running'], days: ({ months }) => `${months.filter(({ stage }) => stage === 'locked').length}个月已锁定`, note: ({ stage }) => (stage === 'running' ? '12月锁定以后汇总' : '') },
  { label: '汇总', until: ['due', 'scoring'], days: ({ scoredAt }) => (scoredAt === null ? '按组封顶，最多三分之一评优' : `${dateInChinese(businessDate(scoredAt))}汇总`), note: ({ stage, run }) => (stage === 'scoring' ? '正在汇总，几分钟就好' : run > 1 ? `第${run}次` : '') },
  { label: '议定并列', until: ['deciding'], days: () => '并列的由委员会议定', note: ({ groups, stage }) => (stage === 'deciding' ? `${groups?.filter(({ tied }) => tied > 0).length ?? 0}个组要议` : '') },
  { label: '公示', until: ['committee', 'publication'], days: ({ published }) => (published ? `${dateInChinese(published.on)}到${dateInChinese(published.until)}` : '五个工作日'), note: ({ stage, untalked }) => (stage === 'committee' ? (untalked.length > 0 ? '先谈话，再公示' : '可以公示了') : '') },
  { label: '锁定', until: ['locked'], days: ({ published }) => (published ? dateInChinese(addDays(published.until as BusinessDate, 1)) : '公示完自动锁定'), note: () => '' },
];

export function YearSteps({ board }: { board: Board }) {
  const now = all.findIndex(({ until }) => until.includes(board.stage));
  return (
    <ol className={steps.steps} aria-label="进度">
      {all.map(({ label, days, note }, place) => {
        const at = place < now || board.stage === 'locked' ? 'done' : place === now ? 'now' : 'ahead';
        return (
          <li key={label} className={steps[at]} aria-current={at === 'now' ? 'step' : undefined}>
            <div className={steps.dot}>
              <i>{at === 'done' ? <Icon name="check" size={14} /> : <span />}</i>
            </div>
            <b>{label}</b>
            <p className="note-size minor">{days(board)}</p>
            <p className="note-size minor">{note(board)}</p>
          </li>
        );
      })}
    </ol>
  );
}
