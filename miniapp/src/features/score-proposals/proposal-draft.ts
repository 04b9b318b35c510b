import { type PointKind, pointsFault } from '@weidangxiao/shared/rules/score-entry.ts';
import { useState } from 'react';
import { useAct } from '@/platform/act';
import { say } from '@/platform/navigation';
import { monthsToPropose, propose } from './score-proposals';

const empty = { memberId: '', points: '', on: '', reason: '', evidence: '' };

/** What is being written; once it is handed in, the kind and the month stay for the next one. */
export function useProposalDraft(onSent: () => void) {
  const [draft, setDraft] = useState({ ...empty, kind: 'bonus' as PointKind, month: monthsToPropose()[0]?.value ?? '' });
  const [refusal, setRefusal] = useState<string | null>(null);
  const { busy, fault, run } = useAct();
  const wrong = draft.points === '' ? null : pointsFault(draft.points);
  const whole = [draft.memberId, draft.points, draft.on, draft.reason.trim(), draft.evidence.trim()].every((part) => part !== '');
  const hand = (name: string) =>
    run(async () => {
      const outcome = await propose({ ...draft, name });
      setRefusal('refused' in outcome ? outcome.refused : null);
      if ('refused' in outcome) return;
      say(outcome.said);
      setDraft({ ...draft, ...empty });
      onSent();
    });
  return { draft, set: (part: Partial<typeof draft>) => setDraft({ ...draft, ...part }), wrong, ready: whole && wrong === null, busy, fault: fault ?? refusal, hand };
}
