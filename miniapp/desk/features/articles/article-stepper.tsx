import { Icon } from '../../components/icon.tsx';
import css from '../themes/theme-stepper.module.css';
import type { Article } from './use-article.ts';

/** Draft, look, publication: how far the article is. */
const reached: Readonly<Record<Article['state'], number>> = { none: 0, making: 0, draft_failed: 0, drafted: 1, publish_failed: 1, submitting: 2, publishing: 2, published: 3, removed: 0 };

export function ArticleStepper({ article: { state, publishes, pictures } }: { article: Article }) {
  const at = reached[state];
  const sent = pictures.filter(({ url }) => url !== null).length;
  const steps = [
    { name: '做草稿', note: pictures.length > 0 ? `${pictures.length}张图，微信有${sent}张` : '送到公众号草稿箱' },
    { name: '看一遍', note: '右边的预览，或后台的草稿' },
    { name: '发布', note: publishes ? '这里发，或到后台发' : '到公众号后台发' },
  ];
  return (
    <ol className={css.steps} aria-label="文章的进度">
      {steps.map(({ name, note }, index) => (
        <li key={name} className={css[index < at ? 'done' : index === at ? 'now' : 'later']} aria-current={index === at ? 'step' : undefined}>
          <span className={css.dot}>
            <i>{index < at ? <Icon name="check" size={14} /> : null}</i>
          </span>
          <b>{name}</b>
          <span className="note-size minor">{note}</span>
        </li>
      ))}
    </ol>
  );
}
