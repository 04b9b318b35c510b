import type { KeyboardEvent } from 'react';
import css from './tabs.module.css';

export interface Tab<Key extends string> {
  key: Key;
  label: string;
  count?: number;
}

interface Props<Key extends string> {
  label: string;
  tabs: readonly Tab<Key>[];
  now: Key;
  onPick: (key: Key) => void;
}

export function Tabs<Key extends string>({ label, tabs, now, onPick }: Props<Key>) {
  return (
    <div className={css.tabs} role="tablist" aria-label={label} onKeyDown={moveWithArrows}>
      {tabs.map(({ key, label: words, count }) => (
        <button type="button" role="tab" key={key} aria-selected={key === now} tabIndex={key === now ? 0 : -1} onClick={() => onPick(key)}>
          {words}
          {count === undefined ? null : <span>{count}</span>}
        </button>
      ))}
    </div>
  );
}

function moveWithArrows(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (!step) return;
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>('[role=tab]')];
  const next = all[(all.findIndex((tab) => tab === document.activeElement) + step + all.length) % all.length];
  next?.focus();
  next?.click();
}

/** Two to four looks at the same thing. */
export function Segments<Key extends string>({ label, tabs, now, onPick }: Props<Key>) {
  return (
    <div className={css.segments} role="group" aria-label={label}>
      {tabs.map(({ key, label: words }) => (
        <button type="button" key={key} aria-pressed={key === now} onClick={() => onPick(key)}>
          {words}
        </button>
      ))}
    </div>
  );
}
