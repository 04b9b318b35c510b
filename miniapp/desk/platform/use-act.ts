import { useCallback, useRef, useState } from 'react';
import { asFailure, type Failure, isLoginEnd } from './failure.ts';

export interface Act {
  busy: boolean;
  failure: Failure | null;
  /** Runs once at a time. True when it worked. */
  run: (work: () => Promise<unknown>) => Promise<boolean>;
  clear: () => void;
}

/** Something that a person does: busy while it runs, with the sentence when it fails. */
export function useAct(): Act {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const running = useRef(false);

  const run = useCallback(async (work: () => Promise<unknown>): Promise<boolean> => {
    if (running.current) return false;
    running.current = true;
    setBusy(true);
    setFailure(null);
    try {
      await work();
      return true;
    } catch (error) {
      const reason = asFailure(error);
      setFailure(isLoginEnd(reason) ? null : reason);
      return false;
    } finally {
      running.current = false;
      setBusy(false);
    }
  }, []);
  return { busy, failure, run, clear: useCallback(() => setFailure(null), []) };
}
