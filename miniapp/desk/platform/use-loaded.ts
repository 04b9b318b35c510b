import { useCallback, useEffect, useRef, useState } from 'react';
import { asFailure, type Failure, isLoginEnd } from './failure.ts';
import { useSession } from './session.ts';

export interface Loaded<T> {
  data: T | null;
  /** The last attempt failed; `data` may still hold what was loaded before. */
  failure: Failure | null;
  loading: boolean;
  /** Asks again, keeping what is shown meanwhile. */
  reload: () => Promise<void>;
  /** Puts in what another request has just answered. */
  put: (data: T) => void;
}

/** Loads when `key` changes; null waits. What comes back for an older key, or after something newer, is dropped. */
export function useLoaded<T>(key: string | null, load: () => Promise<T>): Loaded<T> {
  const [state, setState] = useState<{ key: string | null; data: T | null; failure: Failure | null; loading: boolean }>({ key, data: null, failure: null, loading: key !== null });
  const wanted = useRef(key);
  wanted.current = key;
  const latest = useRef(load);
  latest.current = load;
  const turn = useRef(0);

  const ask = useCallback(async (): Promise<void> => {
    const mine = wanted.current;
    if (mine === null) return;
    const at = (turn.current += 1);
    const isLatest = (): boolean => wanted.current === mine && turn.current === at;
    setState((old) => ({ key: mine, data: old.key === mine ? old.data : null, failure: null, loading: true }));
    try {
      const data = await latest.current();
      if (isLatest()) setState({ key: mine, data, failure: null, loading: false });
    } catch (error) {
      if (isLatest()) setState((old) => ({ ...old, failure: asFailure(error), loading: false }));
    }
  }, []);

  useEffect(() => void ask(), [ask, key]);
  useAgain(state.failure, ask);
  const put = useCallback((data: T) => {
    turn.current += 1;
    setState({ key: wanted.current, data, failure: null, loading: false });
  }, []);
  const fresh = state.key === key;
  return { data: fresh ? state.data : null, failure: fresh ? state.failure : null, loading: !fresh || state.loading, reload: ask, put };
}

/** What could not be had without a login or a network is asked for again as soon as the person is back on both. */
function useAgain(failure: Failure | null, ask: () => Promise<void>): void {
  const back = useSession(({ state }) => state === 'in');
  const missed = failure !== null && isLoginEnd(failure);
  useEffect(() => {
    if (back && missed) void ask();
  }, [ask, back, missed]);
  const cut = failure?.code === 'OFFLINE';
  useEffect(() => {
    if (!cut) return undefined;
    const again = (): void => void ask();
    window.addEventListener('online', again);
    return () => window.removeEventListener('online', again);
  }, [ask, cut]);
}
