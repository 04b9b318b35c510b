import { Button } from './button.tsx';
import css from './pager.module.css';

interface Props {
  page: number;
  pageSize: number;
  total: number;
  /** 人, 课, 行 … */
  unit: string;
  onPage: (page: number) => void;
}

export function Pager({ page, pageSize, total, unit, onPage }: Props) {
  if (total === 0) return null;
  const last = Math.max(1, Math.ceil(total / pageSize));
  const from = (page - 1) * pageSize + 1;
  return (
    <nav className={css.pager} aria-label="翻页">
      <span className="minor">
        {last > 1 ? `第${from}–${Math.min(page * pageSize, total)}${unit}，` : ''}共{total}{unit}
      </span>
      {last > 1 ? (
        <span className="row">
          <Button small disabled={page <= 1} onClick={() => onPage(page - 1)}>上一页</Button>
          <Button small disabled={page >= last} onClick={() => onPage(page + 1)}>下一页</Button>
        </span>
      ) : null}
    </nav>
  );
}
