import { useEffect, useRef } from 'react';
import { holdUnsaved } from './router.ts';

/** While `words` says something, leaving the page asks first. */
export function useUnsaved(words: string | null): void {
  const key = useRef(Symbol('unsaved'));
  useEffect(() => {
    const mine = key.current;
    holdUnsaved(mine, words);
    return () => holdUnsaved(mine, null);
  }, [words]);
}
