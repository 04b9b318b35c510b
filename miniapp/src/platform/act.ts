import { useState } from 'react';
import { sentenceOf } from './failure';

export interface Act {
  readonly busy: boolean;
  /** Why it did not work, as a sentence to show; null while it did. */
  readonly fault: string | null;
  readonly run: (work: () => Promise<unknown>) => void;
}

/** Runs one thing at a time for a button, and keeps why it failed. */
export function useAct(): Act {
  const [state, setState] = useState<{ busy: boolean; fault: string | null }>({ busy: false, fault: null });
  const run = (work: () => Promise<unknown>) => {
    if (state.busy) return;
    setState({ busy: true, fault: null });
    work().then(
      () => setState({ busy: false, fault: null }),
      (error: unknown) => setState({ busy: false, fault: sentenceOf(error) }),
    );
  };
  return { ...state, run };
}
