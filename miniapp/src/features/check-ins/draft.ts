import { useEffect, useRef } from 'react';
import { adoptKept, useKept } from '@/platform/kept';
import type { Recorded } from '@/platform/recorder';
import { ownerOf, useSession } from '@/platform/session';
import { saysSomething } from '@weidangxiao/shared/rules/check-in.ts';

export interface Draft {
  readonly kind: 'text' | 'voice';
  readonly text: string;
  readonly voice: Recorded | null;
}

/** What somebody is about to hand in for a Monday; survives the app being killed. A guest who logs in from here takes it along. */
export function useDraft(monday: string, first: Draft['kind']): { draft: Draft; change: (part: Partial<Draft>) => void; clear: () => void } {
  const owner = useSession(ownerOf);
  const before = useRef(owner);
  const key = `check-in/${monday}`;
  if (before.current === 'guest' && owner !== 'guest') adoptKept(key);
  useEffect(() => {
    before.current = owner;
  }, [owner]);
  const [draft, keep] = useKept<Draft>(key, { kind: first, text: '', voice: null });
  const untouched = draft.text === '' && draft.voice === null;
  useEffect(() => {
    if (untouched && draft.kind !== first) keep({ ...draft, kind: first });
    // Only as the page opens: afterwards the person chooses.
  }, []);
  const latest = useRef(draft);
  latest.current = draft;
  return { draft, change: (part) => keep({ ...latest.current, ...part }), clear: () => keep(null) };
}

/** One visible character or one second is enough. */
export function isComplete({ kind, text, voice }: Draft): boolean {
  return kind === 'text' ? saysSomething(text) : voice !== null;
}
