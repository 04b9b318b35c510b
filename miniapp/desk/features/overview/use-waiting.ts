import { useEffect } from 'react';
import { useClock } from '../../platform/clock.ts';
import { forgetWaiting, refreshWaiting, useWaitingStore, type Waiting } from './waiting.ts';

/** Looked at again every two minutes, and when the demo's clock has been moved. */
const everyMs = 120_000;

export function useWaiting(): Waiting & { counts: Record<string, number> } {
  const waiting = useWaitingStore();
  const moves = useClock((clock) => clock.moves);
  useEffect(() => {
    void refreshWaiting();
    const timer = setInterval(() => void refreshWaiting(), everyMs);
    return () => clearInterval(timer);
  }, [moves]);
  useEffect(() => forgetWaiting, []);
  const counts = { '/themes': waiting.inReview.length, '/lessons': waiting.courseRequests, '/reflections': waiting.reflections, '/coverage': waiting.leaves + waiting.makeUps + waiting.signIns, '/complaints': waiting.complaints, '/objections': waiting.objections, '/score-entries': waiting.proposals };
  return { ...waiting, counts };
}
