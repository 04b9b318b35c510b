import { Chip } from '../../components/chip.tsx';
import type { Funnel } from './push-words.ts';
import css from './push-funnel.module.css';

/** While doorbells are on their way: how far it has got, drawn anew every few seconds. */
export function PushProgress({ funnel: { state, inbox, doorbell, ringing } }: { funnel: Funnel }) {
  if (ringing?.state === 'cancelled') return <Chip tone="amber">提醒已叫停</Chip>;
  if (state !== 'sending') return null;
  const done = Math.max(0, inbox - doorbell.waiting);
  const paused = ringing?.state === 'paused';
  return (
    <span className={css.progress}>
      {paused ? <Chip tone="amber">提醒暂停了</Chip> : <Chip tone="blue">正在提醒</Chip>}
      <progress max={Math.max(1, inbox)} value={done} aria-label="提醒送到哪了" />
      <span className="note-size minor">
        {done}/{inbox}
      </span>
    </span>
  );
}
