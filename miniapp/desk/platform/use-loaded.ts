import { useCallback, useEffect, useRef, useState } from 'react';
import { asFailure, type Failure } from './failure.ts';

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

/** Loads when `key` changes; null waits. What comes back for an older key is dropped. */
export function useLoaded<T>(key: string | null, load: () => Promise<T>): Loaded<T> {
  const [state, setState] = useState<{ key: string | null; data: T | null; failure: Failure | null; loading: boolean }>({ key, data: null, failure: null, loading: key !== null });
  const wanted = useRef(key);
  wanted.current = key;
  const latest = useRef(load);
  latest.current = load;

  const ask = useCallback(async (): Promise<void> => {
    const mine = wanted.current;
    if (mine === null) return;
    setState((old) => ({ key: mine, data: old.key === mine ? old.data : null, failure: null, loading: true }));
    try {
      const data = await latest.current();
      if (wanted.current === mine) setState({ key: mine, data, failure: null, loading: false });
    } catch (error) {
      if (wanted.current === mine) setState((old) => ({ ...old, failure: asFailure(error), loading: false }));
    }
  }, []);

  useEffect(() => void ask(), [ask, key]);
  const put = useCallback((data: T) => setState({ key: wanted.current, data, failure: null, loading: false }), []);
  const fresh = state.key === key;
  return { data: fresh ? state.data : null, failure: fresh ? state.failure : null, loading: !fresh || state.loading, reload: ask, put };
}
