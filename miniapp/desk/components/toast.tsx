import { useEffect } from 'react';
import { createPortal } from 'react-dom';
import { create } from 'zustand';
import { asFailure } from '../platform/failure.ts';
import { Button } from './button.tsx';
import css from './toast.module.css';
import { useTopDialog } from './use-modal.ts';

/** Takes the act back; a promise tells when it is done, or why it could not be. */
type Undo = () => Promise<unknown> | void;

interface Saying {
  id: number;
  words: string;
  undo?: Undo | undefined;
}

/** Long enough to read, and to think twice about an undo. */
const staysMs = 10_000;
const useSaying = create<{ saying: Saying | null }>(() => ({ saying: null }));
let count = 0;

/**
 * Says in one line what has just happened; with `undo` it can be taken back for ten seconds.
 * Answers a function for whoever goes away and takes the undo along.
 */
export function say(words: string, undo?: Undo): () => void {
  count += 1;
  const id = count;
  useSaying.setState({ saying: { id, words, undo } });
  return () => {
    if (useSaying.getState().saying?.id === id) hush();
  };
}

/** Takes back what is being said: its undo no longer fits. */
export function hush(): void {
  useSaying.setState({ saying: null });
}

/** Stands inside the topmost dialog while one is open: what is outside of it can neither be seen nor reached. */
export function Toasts() {
  const { saying } = useSaying();
  const dialog = useTopDialog();
  useEffect(() => {
    if (!saying) return undefined;
    const timer = setTimeout(hush, saying.undo ? staysMs : staysMs / 2);
    return () => clearTimeout(timer);
  }, [saying]);
  const place = (
    <div className={css.place} role="status" aria-live="polite">
      {saying ? (
        <div className={css.toast}>
          <span>{saying.words}</span>
          {saying.undo ? <Button kind="text" small onClick={() => void takeBack(saying)}>撤销</Button> : null}
        </div>
      ) : null}
    </div>
  );
  return dialog ? createPortal(place, dialog) : place;
}

async function takeBack({ undo }: Saying): Promise<void> {
  hush();
  try {
    const done = undo?.();
    if (done) await done.then(() => say('撤销了'));
  } catch (error) {
    say(asFailure(error).message);
  }
}
