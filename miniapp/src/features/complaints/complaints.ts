import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import type { ComplaintAbout } from '@weidangxiao/shared/rules/complaint.ts';
import { CallFailure } from '@/platform/failure';
import { dropFile, uploadComplaintPhoto } from '@/platform/files';
import { newId } from '@/platform/ids';
import { useKept } from '@/platform/kept';
import { type Paged, usePaged } from '@/platform/paged';
import { call } from '@/platform/request';
import { useSession } from '@/platform/session';

export type Complaint = Answer<'listMyComplaints'>['items'][number];
export const complaintsPage = 'packages/town/complaints/index';

/** One's named ones, the newest first. */
export function useMyComplaints(): Paged<Complaint, Answer<'listMyComplaints'>> {
  const member = useSession(({ caller }) => caller?.member?.id ?? null);
  return usePaged<Complaint, Answer<'listMyComplaints'>>(member && 'my-complaints', (page) => call('listMyComplaints', { query: { page, pageSize: 20 } }));
}

export interface ComplaintDraft {
  readonly about: ComplaintAbout | null;
  readonly text: string;
  readonly anonymous: boolean;
  /** Its place on this phone, and its id once the server has it. */
  readonly photo: { readonly place: string; readonly id: string | null } | null;
  /** Sent again it is the same one, with the same receipt. */
  readonly clientId: string;
}

const empty: ComplaintDraft = { about: null, text: '', anonymous: false, photo: null, clientId: '' };

interface Writing {
  readonly draft: ComplaintDraft;
  readonly change: (part: Partial<ComplaintDraft>) => void;
  /** Its receipt number; null for a named one. @throws CallFailure, and the draft stays as it is */
  readonly handIn: () => Promise<string | null>;
}

/** Stays on this phone until the town has it. Another text after a try that was refused is another complaint, with a photo of its own. */
export function useComplaintDraft(): Writing {
  const [draft, keep] = useKept<ComplaintDraft>('complaint', empty);
  const change = (part: Partial<ComplaintDraft>) => {
    const next = { ...draft, ...part };
    keep({ ...next, photo: next.photo && { ...next.photo, id: null }, clientId: newId() });
  };
  const handIn = async () => {
    const { receipt } = await sent(draft, (photo) => keep({ ...draft, photo }));
    if (draft.photo) dropFile(draft.photo.place);
    keep(null);
    return receipt;
  };
  return { draft, change, handIn };
}

/** The photo goes up first; what has gone up stays known, so that a lost answer sends neither twice. */
async function sent(draft: ComplaintDraft, keepPhoto: (photo: ComplaintDraft['photo']) => void): Promise<Answer<'createComplaint'>> {
  const { clientId, about, text, anonymous, photo } = draft;
  if (!about) throw new Error('a complaint is about something');
  const create = (photoId: string | null) => call('createComplaint', { body: { clientId, about, text: text.trim(), anonymous, photoId } });
  if (!photo) return create(null);
  const upload = async () => {
    const id = await uploadComplaintPhoto(photo.place);
    keepPhoto({ ...photo, id });
    return create(id);
  };
  if (!photo.id) return upload();
  // The server keeps a photo without words for a day.
  return create(photo.id).catch((error: unknown) => {
    if (error instanceof CallFailure && error.code === 'NOT_FOUND') return upload();
    throw error;
  });
}

/** Numbers of anonymous ones: nobody but this phone and its owner knows whose they are. */
export function useReceipts(): [readonly string[], (receipts: readonly string[]) => void] {
  return useKept<readonly string[]>('complaint-receipts', []);
}

/** Waits for an answer, and until when the town has time; or the answer with its day. */
export function whereItIs({ state, atDistrict }: Pick<Complaint, 'state' | 'atDistrict'>): string {
  if (state === 'answered') return '答复了';
  return atDistrict ? '在区里' : '等镇里答复';
}
