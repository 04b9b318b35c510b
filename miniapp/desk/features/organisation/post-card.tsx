import { postRoleNames } from '@weidangxiao/shared/rules/organisation.ts';
import { Button } from '../../components/button.tsx';
import { Chip } from '../../components/chip.tsx';
import type { Post } from './chart.ts';
import css from './organisation.module.css';

/** One office: who holds it and what it has to do. */
export function PostCard({ post: { title, role, duties, holder }, onOpen, onAdd }: { post: Post; onOpen: (() => void) | null; onAdd: (() => void) | null }) {
  const name = holder.member?.name ?? holder.text;
  return (
    <section className={css.post} aria-label={title}>
      <div className="row">
        <b>{title}</b>
        {role ? <Chip tone="blue">{postRoleNames[role]}</Chip> : null}
        <span className={`grow ${name ? '' : 'amber'}`}>{name || '还没有人'}</span>
        {onAdd ? <Button small kind="text" aria-label={`${title}下面加岗位`} onClick={onAdd}>加下级</Button> : null}
        {onOpen ? <Button small kind="text" aria-label={`改${title}`} onClick={onOpen}>改</Button> : null}
      </div>
      {duties.length > 0 ? <ol className={css.duties}>{duties.map((duty, index) => <li key={index}>{index + 1}. {duty}</li>)}</ol> : null}
    </section>
  );
}
