import { Note } from '../../components/states.tsx';
import { talksAt } from '../publications/poor-list.tsx';
import type { Board } from './year-board.ts';
import css from './years.module.css';

/** Months that became poor for somebody after they were published, with the way to the talk; nothing where none is owed. */
export function UntalkedMonths({ board: { untalked, published }, enters }: { board: Board; enters: boolean }) {
  if (untalked.length === 0) return null;
  const people = untalked.reduce((sum, month) => sum + month.people, 0);
  return (
    <div className={css.part}>
      <Note tone="amber">
        <p>有{people}人的月评公示以后改成“差”，还没写明理由、谈过话{published ? '' : '。谈过才能公示这一年'}</p>
        <p className={css.owed}>
          {untalked.map(({ month, people: of }) => {
            const words = `${Number(month.slice(5))}月${of}人`;
            return enters ? <a key={month} href={talksAt(month)}>{words}，去登记谈话</a> : <span key={month}>{words}</span>;
          })}
        </p>
      </Note>
    </div>
  );
}
