import type { Request } from '@weidangxiao/shared/contract/all.ts';
import type { RollStatus } from '@weidangxiao/shared/rules/attendance.ts';
import { useState } from 'react';
import { newId } from '@/platform/ids';
import { useKept } from '@/platform/kept';
import { dismiss } from '@/platform/outbox';
import { call } from '@/platform/request';
import { forgetRefused } from '../roll-call/marks';
import { useRoll } from '../roll-call/roll';
import type { RollPerson } from '../roll-call/roll-people';
import { useCloseOutDraft } from './close-out';
import { useRefused } from './refused';

type Correction = Request<'correctStudySession'>['body'];

/** What is to be put right after a close-out; empty fields change nothing. */
export interface CorrectionDraft {
  readonly clientId: string;
  readonly why: string;
  readonly text: string;
  readonly covered: string;
  readonly gap: string;
  /** By member, what it ought to say. */
  readonly attendance: Readonly<Record<string, RollStatus>>;
}

interface CorrectionState {
  readonly people: readonly RollPerson[];
  readonly draft: CorrectionDraft;
  readonly put: (part: Partial<CorrectionDraft>) => void;
  /** It says why, and changes something. */
  readonly complete: boolean;
  readonly save: () => Promise<void>;
}

/** A correction that begins with what this phone wrote or marked when the session was closed already. */
export function useCorrection(sessionId: string): CorrectionState {
  const { people, refused } = useRoll(sessionId);
  const [written, keepWritten] = useCloseOutDraft(sessionId);
  const refusedCloseOut = useRefused('closeStudySession', sessionId);
  const [first] = useState<CorrectionDraft>(() => {
    const late = Object.fromEntries(refused.flatMap(({ memberId, status }): [string, RollStatus][] => (status ? [[memberId, status]] : [])));
    return { clientId: newId(), why: '', text: written.kind === 'text' ? written.text : '', covered: written.covered ?? '', gap: written.gap, attendance: late };
  });
  const [draft, keep] = useKept<CorrectionDraft>(`correction/${sessionId}`, first);
  const save = async () => {
    await call('correctStudySession', { params: { id: sessionId }, body: correctionOf(draft) });
    keep(null);
    keepWritten(null);
    forgetRefused(sessionId);
    if (refusedCloseOut) dismiss(refusedCloseOut.clientId);
  };
  return { people, draft, put: (part) => keep({ ...draft, ...part }), complete: draft.why.trim() !== '' && changesSomething(draft), save };
}

function changesSomething({ text, covered, gap, attendance }: CorrectionDraft): boolean {
  return [text, covered, gap].some((words) => words.trim() !== '') || Object.keys(attendance).length > 0;
}

function correctionOf({ clientId, why, text, covered, gap, attendance }: CorrectionDraft): Correction {
  const words = Object.fromEntries(Object.entries({ text, covered, gap }).flatMap(([field, value]) => (value.trim() ? [[field, value.trim()]] : [])));
  return { clientId, why: why.trim(), ...words, attendance: Object.entries(attendance).map(([memberId, status]) => ({ memberId, status })) };
}
