import { create } from 'zustand';
import { businessNow } from '@/platform/clock';
import { newId } from '@/platform/ids';
import type { Request } from '@weidangxiao/shared/contract/all.ts';
import { ownerOf, useSession } from '@/platform/session';
import { shelfOf } from '@/platform/storage';
import { textOf } from './paragraphs';
import type { Reflection } from './reflections';

export interface DraftPicture {
  /** Where it lies on this phone; null once the server has it. */
  readonly place: string | null;
  readonly fileId: string | null;
}
export interface Draft {
  /** Names the draft on this phone, and its first sending to the server. */
  readonly clientId: string;
  /** Null until the server has it. */
  readonly serverId: string | null;
  /** The first sending word for word: repeated as it was, so that a lost answer makes no second reflection. */
  readonly first: Request<'createReflection'>['body'] | null;
  readonly kind: Reflection['kind'];
  readonly groupId: string | null;
  readonly title: string;
  readonly text: string;
  readonly pictures: readonly DraftPicture[];
  readonly monday: string | null;
  /** Epoch ms, the town's time. */
  readonly changedAt: number;
  /** Handed in by the person while there was no network: goes up by itself. */
  readonly handedIn: boolean;
}

/** What whoever is logged in has begun on this phone and not handed in; the latest first. */
export const useDrafts = create<{ items: readonly Draft[] }>(() => ({ items: keptDrafts(ownerOf(useSession.getState())) }));
useSession.subscribe((now, before) => {
  if (ownerOf(now) !== ownerOf(before)) useDrafts.setState({ items: keptDrafts(ownerOf(now)) });
});

export function newDraft(begin: Pick<Draft, 'kind' | 'groupId' | 'monday'>): Draft {
  return { clientId: newId(), serverId: null, first: null, title: '', text: '', pictures: [], changedAt: businessNow(), handedIn: false, ...begin };
}

/** To write on what the server has: a returned one, or one that was begun elsewhere. */
export function draftOf({ id, kind, group, title, paragraphs, pictures, monday }: Reflection): Draft {
  const words = { title, text: textOf(paragraphs), pictures: pictures.map((fileId) => ({ place: null, fileId })) };
  return { ...newDraft({ kind, groupId: group?.id ?? null, monday }), ...words, serverId: id };
}

export function keptDrafts(owner: string): readonly Draft[] {
  return shelfOf(owner).get<Draft[]>('reflection-drafts') ?? [];
}

/** False when the phone has no room: what was written must then stay on the screen. */
export function keepDraft(owner: string, draft: Draft): boolean {
  return write(owner, [draft, ...keptDrafts(owner).filter(({ clientId }) => clientId !== draft.clientId)]);
}

export function dropDraft(owner: string, clientId: string): void {
  write(owner, keptDrafts(owner).filter((draft) => draft.clientId !== clientId));
}

function write(owner: string, items: readonly Draft[]): boolean {
  if (!shelfOf(owner).put('reflection-drafts', items)) return false;
  if (owner === ownerOf(useSession.getState())) useDrafts.setState({ items });
  return true;
}
