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
import { type CloseOutDraft, useCloseOutDraft } from './close-out';
import { useRefused } from './refused';
import type { SessionDetail } from './sessions';

type Correction = Request<'correctStudySession'>['body'];

/** Words that can be put right; `needed`: something has to stand there. */
export const correctable = [
  { field: 'text', label: '记的那一句', longest: 500, needed: true, before: ({ record }: SessionDetail) => record?.text ?? null },
  { field: 'covered', label: '讲了什么', longest: 300, needed: false, before: ({ record }: SessionDetail) => record?.covered ?? null },
  { field: 'gap', label: '找到的差距', longest: 300, needed: false, before: ({ record }: SessionDetail) => record?.gap ?? null },
  { field: 'title', label: '题目', longest: 60, needed: true, before: ({ title }: SessionDetail) => title },
  { field: 'placeText', label: '在哪里', longest: 80, needed: false, before: ({ place }: SessionDetail) => place.text },
  { field: 'teacherText', label: '主讲', longest: 40, needed: false, before: ({ teacher }: SessionDetail) => teacher.text },
] as const;
export type Correctable = (typeof correctable)[number];
type Words = Partial<Record<Correctable['field'], string>>;

/** What is to be put right after a close-out; what is not named in it stays. */
export interface CorrectionDraft {
  readonly clientId: string;
  readonly why: string;
  readonly words: Words;
  readonly hours: string | null;
  /** Who spoke besides those who are on record. */
  readonly spoke: readonly string[];
  /** By member, what it ought to say; null: nothing. */
  readonly attendance: Readonly<Record<string, RollStatus | null>>;
  /** Names of those in it who are not on the roll. */
  readonly guests: Readonly<Record<string, string>>;
}

interface CorrectionState {
  readonly people: readonly RollPerson[];
  readonly draft: CorrectionDraft;
  readonly put: (part: Partial<CorrectionDraft>) => void;
  readonly save: (correction: Correction) => Promise<void>;
}

/** A correction that begins with what this phone wrote or marked when the session was closed already. */
export function useCorrection(sessionId: string): CorrectionState {
  const { people, refused } = useRoll(sessionId);
  const [written, keepWritten] = useCloseOutDraft(sessionId);
  const refusedCloseOut = useRefused('closeStudySession', sessionId);
  const [first] = useState<CorrectionDraft>(() => {
    const late = Object.fromEntries(refused.map(({ memberId, status }): [string, RollStatus | null] => [memberId, status]));
    return { clientId: newId(), why: '', words: wordsOf(written), hours: written.hours, spoke: written.spoke, attendance: late, guests: {} };
  });
  const [draft, keep] = useKept<CorrectionDraft>(`corrections/${sessionId}`, first);
  const save = async (correction: Correction) => {
    await call('correctStudySession', { params: { id: sessionId }, body: correction });
    keep(null);
    keepWritten(null);
    forgetRefused(sessionId);
    if (refusedCloseOut) dismiss(refusedCloseOut.clientId);
  };
  return { people, draft, put: (part) => keep({ ...draft, ...part }), save };
}

/** What is sent; null while it does not say why, changes nothing, or empties what is needed. */
export function correctionOf(session: SessionDetail, people: readonly RollPerson[], draft: CorrectionDraft): Correction | null {
  const changed = correctable.filter(({ field, before }) => draft.words[field] !== undefined && draft.words[field]?.trim() !== (before(session) ?? ''));
  if (draft.why.trim() === '' || changed.some(({ field, needed }) => needed && draft.words[field]?.trim() === '')) return null;
  const words = Object.fromEntries(changed.map(({ field }) => [field, draft.words[field]?.trim()]));
  const hours = draft.hours && draft.hours !== session.hours ? { hours: draft.hours } : {};
  const known = new Set(session.record?.spoke.map(({ memberId }) => memberId));
  const spoke = draft.spoke.filter((memberId) => !known.has(memberId));
  const now = new Map(people.map(({ memberId, status }) => [memberId, status]));
  const attendance = Object.entries(draft.attendance).flatMap(([memberId, status]) => ((now.get(memberId) ?? null) === status ? [] : [{ memberId, status }]));
  if (changed.length + Object.keys(hours).length + spoke.length + attendance.length === 0) return null;
  return { clientId: draft.clientId, why: draft.why.trim(), ...words, ...hours, ...(spoke.length > 0 ? { spoke } : {}), attendance };
}

function wordsOf({ kind, text, covered, gap }: CloseOutDraft): Words {
  return { ...(kind === 'text' && text ? { text } : {}), ...(covered ? { covered } : {}), ...(gap ? { gap } : {}) };
}
