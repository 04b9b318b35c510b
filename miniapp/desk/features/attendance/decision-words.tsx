import { whenInChinese } from '../../platform/clock.ts';

interface Decision {
  at: number;
  by: { name: string };
  reason: string | null;
}

/** What came of it, by whom, and why. */
export function DecisionWords({ words, decision }: { words: string; decision: Decision | null }) {
  return (
    <>
      {words}
      {decision ? <p className="note-size minor">{decision.by.name}，{whenInChinese(decision.at)}{decision.reason ? `：${decision.reason}` : ''}</p> : null}
    </>
  );
}
