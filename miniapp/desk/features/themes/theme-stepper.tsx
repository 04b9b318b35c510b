import { Icon } from '../../components/icon.tsx';
import { whenInChinese } from '../../platform/clock.ts';
import type { Theme } from './theme-words.ts';
import css from './theme-stepper.module.css';

type Progress = 'done' | 'now' | 'later';

/** Draft, review, schedule, sent: where the theme stands and who brought it there. */
export function ThemeStepper({ theme }: { theme: Theme | null }) {
  const at = { draft: 0, in_review: 1, scheduled: 2, sent: 4, missed: 3 }[theme?.state ?? 'draft'];
  const missed = theme?.state === 'missed';
  const steps = [
    { name: '草稿', note: theme?.authors.at(-1) ? `${theme.authors.at(-1)?.name}${at > 0 ? '写完' : '在写'}` : '还没保存' },
    { name: '送审', note: theme?.submitted && at > 0 ? `${theme.submitted.by.name}送的` : '由别人看一遍' },
    { name: '排期', note: theme?.approved && at > 1 ? `${theme.approved.by.name}通过` : '周一8:00' },
    { name: missed ? '没发出' : '发出', note: theme?.sentAt ? whenInChinese(theme.sentAt) : missed ? '这一周不再补发' : '\u00a0' },
  ];
  return (
    <ol className={css.steps} aria-label="进度">
      {steps.map(({ name, note }, index) => (
        <Step key={index} name={name} note={note} progress={index < at ? 'done' : index === at ? 'now' : 'later'} />
      ))}
    </ol>
  );
}

function Step({ name, note, progress }: { name: string; note: string; progress: Progress }) {
  return (
    <li className={css[progress]} aria-current={progress === 'now' ? 'step' : undefined}>
      <span className={css.dot}>
        <i>{progress === 'done' ? <Icon name="check" size={14} /> : null}</i>
      </span>
      <b>{name}</b>
      <span className="note-size minor">{note}</span>
    </li>
  );
}
