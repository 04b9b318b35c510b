import { useState } from 'react';
import { useAct, type Act } from '@/platform/act';
import { businessNow } from '@/platform/clock';
import { CallFailure } from '@/platform/failure';
import { dropFile, pickPictures, uploadFile } from '@/platform/files';
import { back, say } from '@/platform/navigation';
import { ownerOf, useSession } from '@/platform/session';
import { openMonday } from '../groups/group-week';
import { type Draft, type DraftPicture, draftOf, dropDraft, keepDraft, keptDrafts, newDraft } from './drafts';
import { handIn } from './hand-in';
import type { Reflection } from './reflections';

export const mostPictures = 9;

export interface Compose {
  readonly draft: Draft;
  readonly change: (changes: Partial<Draft>) => void;
  /** False when the phone has no room for the draft. */
  readonly kept: boolean;
  readonly act: Act;
  readonly addPictures: () => void;
  readonly dropPicture: (place: number) => void;
  readonly handInNow: () => void;
}

/** A draft at work: every letter is kept on the phone as it is typed. */
export function useCompose(begun: Draft): Compose {
  const owner = useSession(ownerOf);
  const [draft, setDraft] = useState(begun);
  const [kept, setKept] = useState(true);
  const act = useAct();
  const keep = (changes: Partial<Draft>) => {
    // What is kept is the newest, as long as the phone had room for it: a handing in may have sent its pictures meanwhile.
    const now = (kept && keptDrafts(owner).find(({ clientId }) => clientId === begun.clientId)) || draft;
    const next = { ...now, ...changes, changedAt: businessNow(), handedIn: false };
    setDraft(next);
    setKept(keepDraft(owner, next));
  };
  const addPictures = () =>
    act.run(async () => {
      const places = await pickPictures(mostPictures - draft.pictures.length);
      if (places.length > 0) keep({ pictures: [...draft.pictures, ...(await Promise.all(places.map(uploaded)))] });
    });
  const dropPicture = (at: number) => {
    const place = draft.pictures[at]?.place;
    keep({ pictures: draft.pictures.filter((_, other) => other !== at) });
    if (place) dropFile(place);
  };
  const handInNow = () => act.run(() => handInDraft(owner, draft));
  return { draft, change: keep, kept, act, addPictures, dropPicture, handInNow };
}

/** What to go on with: a draft of this phone by its id, what the server has, or a new one for this week. */
export function begin({ draftId, reflection, owner, groupId }: { draftId: string | undefined; reflection: Reflection | null; owner: string; groupId: string | null }): Draft {
  const drafts = keptDrafts(owner);
  const known = drafts.find((draft) => (reflection ? draft.serverId === reflection.id : draft.clientId === draftId));
  if (known) return known;
  if (reflection) return draftOf(reflection);
  return newDraft({ kind: groupId ? 'group' : 'personal', groupId, monday: openMonday(businessNow()) });
}

async function handInDraft(owner: string, draft: Draft): Promise<void> {
  if (!keepDraft(owner, { ...draft, handedIn: true })) throw new CallFailure('unreached', 0, { code: 'STORE_FULL', message: '手机存储满了，这一篇还没存下。请先别关这一页，清出一点空间再交' });
  const outcome = await handIn(draft.clientId);
  say(outcome === 'sent' ? '交上去了' : '已存在本机，联网后自动交上');
  back();
}

export function discard(owner: string, draft: Draft): void {
  for (const { place } of draft.pictures) if (place) dropFile(place);
  dropDraft(owner, draft.clientId);
}

/** Goes up at once where there is a network; else it waits on the phone with the words. */
async function uploaded(place: string): Promise<DraftPicture> {
  try {
    const { id } = await uploadFile(place, 'reflection');
    dropFile(place);
    return { place: null, fileId: id };
  } catch (error) {
    if (error instanceof CallFailure && error.passing) return { place, fileId: null };
    dropFile(place);
    throw error;
  }
}
