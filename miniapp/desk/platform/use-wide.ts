import { useSyncExternalStore } from 'react';

const wide = window.matchMedia('(min-width: 900px)');

function watch(tell: () => void): () => void {
  wide.addEventListener('change', tell);
  return () => wide.removeEventListener('change', tell);
}

/** Whether the screen is wide enough for desk work. */
export function useWide(): boolean {
  return useSyncExternalStore(watch, () => wide.matches);
}
