import { useEffect, useRef } from 'react';
import { say } from './toast.tsx';

/**
 * Says what was taken out of a list and offers to put it back into the list as it is then,
 * so that nothing written meanwhile is lost. The offer goes when the list goes.
 */
export function useUndo<T>(items: readonly T[], onChange: (items: T[]) => void): (words: string, back: (now: readonly T[]) => T[]) => void {
  const latest = useRef({ items, onChange });
  latest.current = { items, onChange };
  const unsay = useRef<() => void>(() => undefined);
  useEffect(() => () => unsay.current(), []);
  return (words, back) => {
    unsay.current = say(words, () => latest.current.onChange(back(latest.current.items)));
  };
}
