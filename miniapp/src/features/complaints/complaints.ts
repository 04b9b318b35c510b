import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import type { ComplaintAbout } from '@weidangxiao/shared/rules/complaint.ts';
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
  /** Sent again it is the same one, with the same receipt. */
  readonly clientId: string;
}

const empty: ComplaintDraft = { about: null, text: '', anonymous: false, clientId: '' };

/** Stays on this phone until the town has it. Another text after a try that was refused is another complaint. */
export function useComplaintDraft(): [ComplaintDraft, (draft: ComplaintDraft | null) => void] {
  const [draft, setDraft] = useKept<ComplaintDraft>('complaint', empty);
  return [draft, (next) => setDraft(next && { ...next, clientId: newId() })];
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
