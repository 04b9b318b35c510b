import { useEffect } from 'react';

const everyMs = 3_000;

/** Asks again every few seconds while `on`, one question after the other; a tab that nobody looks at asks nothing. */
export function useReloadWhile(on: boolean, { reload }: { reload: () => Promise<void> }): void {
  useEffect(() => {
    if (!on) return undefined;
    let timer = 0;
    let over = false;
    const next = (): void => {
      timer = window.setTimeout(() => void again(), everyMs);
    };
    const again = async (): Promise<void> => {
      if (!document.hidden) await reload();
      if (!over) next();
    };
    next();
    return () => {
      over = true;
      window.clearTimeout(timer);
    };
  }, [on, reload]);
}
