import { useDidShow } from '@tarojs/taro';
import { useCallback, useEffect, useRef, useState } from 'react';
import { CallFailure } from './failure';
import { onNetworkBack } from './network';
import { ownerOf, useSession } from './session';
import { shelfOf } from './storage';

/** After this long the page may say that the network is slow. */
const slowAfterMs = 3_000;

interface Copy<T> {
  readonly value: T;
  /** Epoch ms, the phone's clock. */
  readonly at: number;
}

export interface Stored<T> {
  /** The last answer, from the phone's memory first; null while there is none. */
  readonly value: T | null;
  /** When that answer came from the server. */
  readonly at: number | null;
  readonly loading: boolean;
  readonly slow: boolean;
  readonly failure: CallFailure | null;
  readonly reload: () => void;
}

/**
 * Shows the stored copy at once and refreshes it whenever the page comes to the front. `key` names the copy among those of
 * whoever is logged in; null loads nothing (not logged in, nothing chosen yet). What must not lie about on a phone has `keep: false`.
 */
export function useStored<T>(key: string | null, load: () => Promise<T>, { keep = true }: { keep?: boolean } = {}): Stored<T> {
  const owner = useSession(ownerOf);
  const place = key === null ? null : `${owner}/${key}`;
  const [state, setState] = useState(() => ({ place, copy: read<T>(owner, key), loading: key !== null, slow: false, failure: null as CallFailure | null }));
  const latest = useRef({ place, load, turn: 0, busy: false });
  Object.assign(latest.current, { place, load });

  const reload = useCallback(() => {
    if (key === null) return;
    const turn = ++latest.current.turn;
    latest.current.busy = true;
    const mine = () => latest.current.turn === turn && latest.current.place === place;
    setState((before) => ({ place, copy: before.place === place ? before.copy : read<T>(owner, key), loading: true, slow: false, failure: null }));
    const slow = setTimeout(() => mine() && setState((before) => ({ ...before, slow: true })), slowAfterMs);
    latest.current
      .load()
      .then((value) => {
        const copy = { value, at: Date.now() };
        if (keep) shelfOf(owner).put(`stored/${key}`, copy);
        if (mine()) setState({ place, copy, loading: false, slow: false, failure: null });
      })
      .catch((error: unknown) => {
        if (!(error instanceof CallFailure)) console.error(error);
        const failure = error instanceof CallFailure ? error : new CallFailure('refused', 0, null);
        if (mine()) setState((before) => ({ ...before, loading: false, slow: false, failure }));
      })
      .finally(() => {
        clearTimeout(slow);
        if (latest.current.turn === turn) latest.current.busy = false;
      });
  }, [key, owner, place, keep]);

  useEffect(reload, [reload]);
  // The first showing follows the first load at once.
  useDidShow(() => !latest.current.busy && reload());
  useEffect(() => onNetworkBack(reload), [reload]);

  const copy = state.place === place ? state.copy : read<T>(owner, key);
  return { value: copy?.value ?? null, at: copy?.at ?? null, loading: state.loading, slow: state.slow, failure: state.failure, reload };
}

/** Whether whoever is logged in has a copy, so that it opens without a network. */
export function isStored(key: string): boolean {
  return read(ownerOf(useSession.getState()), key) !== null;
}

/** Keeps a copy for later, quietly, where there is none yet. */
export async function store<T>(key: string, load: () => Promise<T>): Promise<void> {
  const owner = ownerOf(useSession.getState());
  if (read(owner, key)) return;
  const value = await load().catch(() => null);
  if (value !== null) shelfOf(owner).put(`stored/${key}`, { value, at: Date.now() });
}

/** Gives back the room of a copy that will not be asked for again. */
export function forget(key: string): void {
  shelfOf(ownerOf(useSession.getState())).remove(`stored/${key}`);
}

function read<T>(owner: string, key: string | null): Copy<T> | null {
  return key === null ? null : shelfOf(owner).get<Copy<T>>(`stored/${key}`);
}
