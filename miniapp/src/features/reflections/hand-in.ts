import type { Request } from '@weidangxiao/shared/contract/all.ts';
import { CallFailure } from '@/platform/failure';
import { dropFile, uploadFile } from '@/platform/files';
import { onNetworkBack } from '@/platform/network';
import { call } from '@/platform/request';
import { ownerOf, useSession } from '@/platform/session';
import { type Draft, dropDraft, keepDraft, keptDrafts } from './drafts';
import { paragraphsOf } from './paragraphs';

type Words = Request<'updateReflection'>['body'];

/** One at a time: a draft that is on its way is not sent by a second round. */
let turn: Promise<unknown> = Promise.resolve();

/**
 * Hands a draft in for review: pictures first, then the words, then the handing in. Each step is kept, so that it goes on
 * where a lost network stopped it, and what was sent twice is one reflection.
 * @returns `waiting` when it is on the phone and goes up by itself later
 * @throws CallFailure with the server's no; the draft stays
 */
export function handIn(clientId: string): Promise<'sent' | 'waiting'> {
  const owner = ownerOf(useSession.getState());
  const mine = turn.then(() => attempt(owner, clientId));
  turn = mine.catch(() => undefined);
  return mine;
}

/** Call when the app comes to the front: what was handed in without a network goes up now, and whenever the network returns. */
export function goOnHandingIn(): void {
  watching ??= watch();
  if (!useSession.getState().token) return;
  for (const { clientId } of keptDrafts(ownerOf(useSession.getState())).filter(({ handedIn }) => handedIn)) void handIn(clientId).catch(() => undefined);
}
let watching: true | null = null;

function watch(): true {
  onNetworkBack(goOnHandingIn);
  useSession.subscribe((now, before) => now.token !== before.token && goOnHandingIn());
  return true;
}

async function attempt(owner: string, clientId: string): Promise<'sent' | 'waiting'> {
  const draft = find(owner, clientId);
  if (!draft || owner !== ownerOf(useSession.getState())) return 'sent';
  keepDraft(owner, { ...draft, handedIn: true });
  try {
    await carry(owner, clientId);
    // Whoever went on writing meanwhile keeps what they wrote.
    if (find(owner, clientId)?.changedAt === draft.changedAt) dropDraft(owner, clientId);
    return 'sent';
  } catch (error) {
    if (error instanceof CallFailure && error.passing) return 'waiting';
    change(owner, clientId, { handedIn: false });
    throw error;
  }
}

async function carry(owner: string, clientId: string): Promise<void> {
  await sendPictures(owner, clientId);
  const id = await created(owner, clientId);
  const draft = find(owner, clientId);
  if (!draft) return;
  const words = wordsOf(draft);
  if (draft.first === null || !sameWords(words, draft.first)) await update(id, words);
  await call('submitReflection', { params: { id } });
}

/** An answer to the handing in may have been lost: then it is in review already, with these very words. */
async function update(id: string, words: Words): Promise<void> {
  try {
    await call('updateReflection', { params: { id }, body: words });
  } catch (error) {
    if (!(error instanceof CallFailure) || error.code !== 'REFLECTION_STATE') throw error;
    const { state, title, paragraphs, pictures } = await call('getReflection', { params: { id } });
    if (state !== 'in_review' || !sameWords(words, { title, paragraphs, pictures })) throw error;
  }
}

async function created(owner: string, clientId: string): Promise<string> {
  const draft = find(owner, clientId);
  if (!draft) throw new CallFailure('unreached', 0, null);
  if (draft.serverId) return draft.serverId;
  const { kind, groupId } = draft;
  const first = draft.first ?? { ...wordsOf(draft), clientId, kind, ...(kind === 'group' && groupId ? { groupId } : {}) };
  change(owner, clientId, { first });
  const { id } = await call('createReflection', { body: first });
  change(owner, clientId, { serverId: id });
  return id;
}

async function sendPictures(owner: string, clientId: string): Promise<void> {
  for (const { place, fileId } of find(owner, clientId)?.pictures ?? []) {
    if (!place || fileId) continue;
    const { id } = await uploadFile(place, 'reflection');
    const pictures = (find(owner, clientId)?.pictures ?? []).map((one) => (one.place === place ? { place: null, fileId: id } : one));
    change(owner, clientId, { pictures });
    dropFile(place);
  }
}

function wordsOf({ title, text, pictures, monday }: Draft): Words {
  return { title: title.trim(), paragraphs: paragraphsOf(text), pictures: pictures.flatMap(({ fileId }) => fileId ?? []), monday };
}

function sameWords(one: Words, other: Words): boolean {
  const form = ({ title, paragraphs, pictures }: Words) => JSON.stringify([title, paragraphs, pictures ?? []]);
  return form(one) === form(other);
}

function find(owner: string, clientId: string): Draft | undefined {
  return keptDrafts(owner).find((draft) => draft.clientId === clientId);
}

function change(owner: string, clientId: string, changes: Partial<Draft>): void {
  const draft = find(owner, clientId);
  if (draft) keepDraft(owner, { ...draft, ...changes });
}
