import { useEffect } from 'react';
import { create } from 'zustand';
import { Button } from './button.tsx';
import css from './toast.module.css';

interface Saying {
  id: number;
  words: string;
  undo?: (() => void) | undefined;
}

/** Long enough to read, and to think twice about an undo. */
const staysMs = 10_000;
const useSaying = create<{ saying: Saying | null }>(() => ({ saying: null }));
let count = 0;

/** Says in one line what has just happened; with `undo` it can be taken back for ten seconds. */
export function say(words: string, undo?: () => void): void {
  count += 1;
  useSaying.setState({ saying: { id: count, words, undo } });
}

/** Takes back what is being said: its undo no longer fits. */
export function hush(): void {
  useSaying.setState({ saying: null });
}

export function Toasts() {
  const { saying } = useSaying();
  useEffect(() => {
    if (!saying) return undefined;
    const timer = setTimeout(hush, saying.undo ? staysMs : staysMs / 2);
    return () => clearTimeout(timer);
  }, [saying]);
  const undo = (): void => {
    saying?.undo?.();
    hush();
  };
  return (
    <div className={css.place} role="status" aria-live="polite">
      {saying ? (
        <div className={css.toast}>
          <span>{saying.words}</span>
          {saying.undo ? <Button kind="text" small onClick={undo}>撤销</Button> : null}
        </div>
      ) : null}
    </div>
  );
}
