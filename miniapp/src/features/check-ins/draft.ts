import { useDidShow } from '@tarojs/taro';
import { saysSomething } from '@weidangxiao/shared/rules/check-in.ts';
import { useEffect, useRef } from 'react';
import { adoptKept, useKept } from '@/platform/kept';
import type { Recorded } from '@/platform/recorder';

export interface Draft {
  readonly kind: 'text' | 'voice';
  readonly text: string;
  readonly voice: Recorded | null;
}

/** What somebody is about to hand in for a Monday; survives the app being killed. A guest who goes to log in from here takes it along. */
export function useDraft(monday: string, first: Draft['kind']): { draft: Draft; change: (part: Partial<Draft>) => void; clear: () => void } {
  // Back here without a login: whoever logs in later does not get it.
  useDidShow(() => {
    takenAlong = null;
  });
  const [draft, keep] = useKept<Draft>(keyOf(monday), { kind: first, text: '', voice: null });
  const untouched = draft.text === '' && draft.voice === null;
  useEffect(() => {
    if (untouched && draft.kind !== first) keep({ ...draft, kind: first });
    // Only as the page opens: afterwards the person chooses.
  }, []);
  const latest = useRef(draft);
  latest.current = draft;
  return { draft, change: (part) => keep({ ...latest.current, ...part }), clear: () => keep(null) };
}

/** What a guest wanted to hand in when they went to log in; only they themselves come back with it. */
let takenAlong: string | null = null;

export function takeAlong(monday: string): void {
  takenAlong = keyOf(monday);
}

/** After a login: the guest's line is theirs. */
export function adoptGuestDraft(): void {
  if (takenAlong) adoptKept(takenAlong);
  takenAlong = null;
}

function keyOf(monday: string): string {
  return `check-in/${monday}`;
}

/** One visible character or one second is enough. */
export function isComplete({ kind, text, voice }: Draft): boolean {
  return kind === 'text' ? saysSomething(text) : voice !== null;
}
