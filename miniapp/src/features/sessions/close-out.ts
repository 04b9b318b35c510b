import type { Request } from '@weidangxiao/shared/contract/all.ts';
import { saysSomething } from '@weidangxiao/shared/rules/check-in.ts';
import { addDays, businessDate } from '@weidangxiao/shared/rules/week.ts';
import { businessNow } from '@/platform/clock';
import { isKeptFile } from '@/platform/files';
import { newId } from '@/platform/ids';
import { useKept } from '@/platform/kept';
import { type Attachment, type Outcome, send, type Waiting } from '@/platform/outbox';
import type { Recorded } from '@/platform/recorder';
import type { SessionDetail } from './sessions';

type CloseOut = Request<'closeStudySession'>['body'];

/** A close-out while it is being written; stays on the phone until the server has closed the session. */
export interface CloseOutDraft {
  readonly kind: 'text' | 'voice';
  readonly text: string;
  readonly voice: Recorded | null;
  /** null: as prefilled from the plan. */
  readonly covered: string | null;
  readonly hours: string | null;
  readonly spoke: readonly string[];
  readonly gap: string;
  readonly action: { readonly text: string; readonly memberId: string | null; readonly days: number };
  /** Places on this phone. */
  readonly photos: readonly string[];
}

const empty: CloseOutDraft = { kind: 'text', text: '', voice: null, covered: null, hours: null, spoke: [], gap: '', action: { text: '', memberId: null, days: 14 }, photos: [] };

/** How much a session can be worth to each who was there. */
export const hourChoices = ['0.5', '1', '1.5', '2', '2.5', '3', '4', '6', '8'].map((value) => ({ value, name: value }));

export function useCloseOutDraft(sessionId: string): [CloseOutDraft, (draft: CloseOutDraft | null) => void] {
  return useKept<CloseOutDraft>(draftKey(sessionId), empty);
}

/** One visible character or one second is enough; a next step needs its person. */
export function isComplete({ kind, text, voice, action }: CloseOutDraft): boolean {
  return (kind === 'text' ? saysSomething(text) : voice !== null) && (action.text.trim() === '' || action.memberId !== null);
}

/** 清沟排湿、查苗补苗、看苗追肥。主讲：镇农技站周老师 */
export function coveredOf({ agenda, title, teacher }: Pick<SessionDetail, 'agenda' | 'title' | 'teacher'>): string {
  return [agenda ?? title, teacher.text && `主讲：${teacher.text}`].filter(Boolean).join('。').slice(0, 300);
}

/** Kept first, sent when there is a network, once. Voice and photos go up before it. */
export function closeOut(session: SessionDetail, draft: CloseOutDraft, before: Waiting | null): Promise<Outcome<'closeStudySession'>> {
  const files = filesOf(draft, before);
  return send('closeStudySession', { params: { id: session.id }, body: { ...bodyOf(session, draft), ...files.body } }, { label: `“${session.title}”的收尾`, attachments: files.attachments, instead: before?.clientId });
}

function bodyOf(session: SessionDetail, { covered, hours, spoke, gap, action }: CloseOutDraft): Omit<CloseOut, 'line' | 'photos'> {
  const next = action.text.trim() && action.memberId ? { text: action.text.trim(), memberId: action.memberId, due: addDays(businessDate(businessNow()), action.days) } : null;
  return { clientId: newId(), covered: (covered ?? coveredOf(session)).trim() || null, hours: hours ?? session.hours, spoke: [...spoke], gap: gap.trim() || null, action: next };
}

/** What a refused attempt has uploaded is there already; the rest goes up from this phone. */
function filesOf({ kind, text, voice, photos }: CloseOutDraft, before: Waiting | null): { body: Pick<CloseOut, 'line' | 'photos'>; attachments: Attachment[] } {
  const sent = before?.request.body as Partial<CloseOut> | undefined;
  const said = sent?.line?.kind === 'voice' ? sent.line.fileId : '';
  const there = (sent?.photos ?? []).filter((id) => id !== '');
  const here = photos.filter(isKeptFile);
  const spoken = kind === 'voice' && voice && !said ? [{ place: voice.place, purpose: 'session' as const, into: ['line', 'fileId'] }] : [];
  const pictures = here.map((place, at) => ({ place, purpose: 'session' as const, into: ['photos', String(there.length + at)] }));
  const line = kind === 'voice' && voice ? { kind, fileId: said, seconds: voice.seconds } : { kind: 'text' as const, text: text.trim() };
  return { body: { line, photos: [...there, ...here.map(() => '')] }, attachments: [...spoken, ...pictures] };
}

function draftKey(sessionId: string): string {
  return `close-out/${sessionId}`;
}
