import { useEffect, useRef } from 'react';
import { useClock } from './clock.ts';

/** When the demo's clock has been moved, asks again, keeping what is shown (and being written) meanwhile. */
export function useReloadOnJump({ reload }: { reload: () => Promise<void> }): void {
  const moves = useClock((clock) => clock.moves);
  const seen = useRef(moves);
  useEffect(() => {
    if (seen.current !== moves) void reload();
    seen.current = moves;
  }, [moves, reload]);
}
