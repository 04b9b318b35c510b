import Taro from '@tarojs/taro';
import type { Answer, Request } from '@weidangxiao/shared/contract/all.ts';
import type { ErrorBody } from '@weidangxiao/shared/errors.ts';
import type { RouteName } from '@weidangxiao/shared/routes/all.ts';
import { create } from 'zustand';
import { businessNow } from './clock';
import { CallFailure } from './failure';
import { dropFile, type Purpose, uploadFile } from './files';
import { newId } from './ids';
import { onNetworkBack } from './network';
import { call } from './request';
import { ownerOf, useSession } from './session';
import { shelfOf } from './storage';

/** Routes whose body carries a client-made id: sending the same twice is one record. */
type Recording = { [Name in RouteName]: Request<Name>['body'] extends { clientId: string } ? Name : never }[RouteName];
/** Routes that set a state: sending the same twice changes nothing. The outbox numbers these itself. */
export type Settling = 'tickPaperDelivery' | 'decideLateCheckIn' | 'completeSessionAction' | 'decideSignIn' | 'createSignIn';
export type Repeatable = Recording | Settling;
type Sent<Name extends Repeatable> = Request<Name> & { body: Name extends Settling ? object : { clientId: string } };

/** A record that the server has not yet taken. It is on the phone before it is sent, and leaves only with a final answer. */
export interface Waiting {
  readonly clientId: string;
  readonly route: Repeatable;
  readonly request: { readonly params?: unknown; readonly body: Record<string, unknown> };
  /** What the person sees: 第四十八周打卡. */
  readonly label: string;
  readonly at: number;
  /** Goes up first; its id is put into the body at `into` (a path of keys). */
  readonly attachment: Attachment | null;
  /** Go up after it, one by one. */
  readonly further?: readonly Attachment[];
  /** One attempt at least has met no network. */
  readonly failed: boolean;
  /** The server's no. The record stays to be seen, and is not sent again. */
  readonly refused: ErrorBody | null;
}
export interface Attachment {
  readonly place: string;
  readonly purpose: Purpose;
  /** A number is a place in a list. */
  readonly into: readonly string[];
}
export type Outcome<Name extends RouteName> = { state: 'sent'; answer: Answer<Name> } | { state: 'waiting' } | { state: 'refused'; body: ErrorBody };

/** The records of whoever is logged in. */
export const useOutbox = create<{ items: readonly Waiting[] }>(() => ({ items: kept(ownerOf(useSession.getState())) }));

/**
 * Keeps a record and tries to send it. Await it to say which: sent, waiting for the network, or refused.
 * @param record `body.clientId` is a new `newId()`; for voices and pictures leave the file ids empty and name them in `attachments`;
 *   `instead` takes the place of one that was refused, whose files it may use
 */
export async function send<Name extends Repeatable>(route: Name, request: Sent<Name>, record: { label: string; attachments?: readonly Attachment[]; instead?: string | undefined }): Promise<Outcome<Name>> {
  const owner = ownerOf(useSession.getState());
  const { params, body } = request as { params?: unknown; body: Record<string, unknown> };
  const clientId = typeof body['clientId'] === 'string' ? body['clientId'] : newId();
  const [attachment = null, ...further] = record.attachments ?? [];
  rewrite(owner, (items) => [...items.filter((one) => one.clientId !== record.instead), { clientId, route, request: { params, body }, label: record.label, at: businessNow(), attachment, further, failed: false, refused: null }]);
  awaited.add(clientId);
  await drain().finally(() => awaited.delete(clientId));
  if (answers.has(clientId)) return { state: 'sent', answer: taken(clientId) as Answer<Name> };
  const refused = kept(owner).find((item) => item.clientId === clientId)?.refused;
  return refused ? { state: 'refused', body: refused } : { state: 'waiting' };
}

/** Another try at once, by the person's wish. */
export function sendWaiting(): Promise<void> {
  return drain();
}

/** Once more what the server refused: what stood in its way (a week not yet open) may have changed. */
export function tryAgain(clientId: string): Promise<void> {
  mark(ownerOf(useSession.getState()), clientId, { refused: null });
  return drain();
}

/** How many records of a person wait on this phone, whoever uses it now. */
export function waitingOf(owner: string): number {
  return kept(owner).filter(({ refused }) => !refused).length;
}

/** The person has seen why it was refused, or takes it back. */
export function dismiss(clientId: string): void {
  settle(ownerOf(useSession.getState()), clientId);
}

/** Call once, at launch: sends what waits when the network returns, the app comes to the front, or somebody logs in. */
export function watchOutbox(): void {
  const again = () => void drain();
  onNetworkBack(again);
  Taro.onAppShow(again);
  useSession.subscribe((now, before) => {
    if (ownerOf(now) !== ownerOf(before)) useOutbox.setState({ items: kept(ownerOf(now)) });
    if (now.token !== before.token || now.caller?.consentVersion !== before.caller?.consentVersion) again();
  });
  again();
}

/** Somebody waits for these answers; whichever round brings them leaves them here. */
const awaited = new Set<string>();
const answers = new Map<string, unknown>();
let turn: Promise<void> = Promise.resolve();

function taken(clientId: string): unknown {
  const answer = answers.get(clientId);
  answers.delete(clientId);
  return answer;
}

/** One round at a time, oldest first; a round that meets no network ends there. */
function drain(): Promise<void> {
  turn = turn.then(round, round);
  return turn;
}

async function round(): Promise<void> {
  const session = useSession.getState();
  const owner = ownerOf(session);
  if (!session.token) return;
  for (const { clientId, attachment } of kept(owner).filter(({ refused }) => !refused)) {
    if (useSession.getState().token !== session.token) break;
    try {
      const answer = await sendOne(owner, clientId);
      if (awaited.has(clientId)) answers.set(clientId, answer);
      settle(owner, clientId);
    } catch (error) {
      if (!(error instanceof CallFailure)) throw error;
      mark(owner, clientId, error.passing ? { failed: true } : { refused: error.body });
      // A file that cannot be read any more must not hold up what stands behind it.
      if (error.passing && !attachment) break;
    }
  }
}

function mark(owner: string, clientId: string, change: Partial<Waiting>): void {
  rewrite(owner, (items) => items.map((item) => (item.clientId === clientId ? { ...item, ...change } : item)));
}

const beforehand = new Map<Repeatable, (request: Waiting['request']) => Promise<void>>();

/** What has to be with the server before a record of this route goes there. While it is not, `work` throws a CallFailure. */
export function sendBefore(route: Repeatable, work: (request: Waiting['request']) => Promise<void>): void {
  beforehand.set(route, work);
}

async function sendOne(owner: string, clientId: string): Promise<unknown> {
  const first = kept(owner).find((one) => one.clientId === clientId);
  if (first) await beforehand.get(first.route)?.(first.request);
  await uploadFirst(owner, clientId);
  const item = kept(owner).find((one) => one.clientId === clientId);
  return item && call(item.route, item.request as never);
}

/** Once uploaded the file's id stays with the record, so that a lost answer does not send the file again. */
async function uploadFirst(owner: string, clientId: string): Promise<void> {
  const item = kept(owner).find((one) => one.clientId === clientId);
  if (!item?.attachment) return;
  const { attachment } = item;
  const { id } = await uploadFile(attachment.place, attachment.purpose);
  const { request, further = [] } = item;
  const [next = null, ...later] = further;
  mark(owner, clientId, { attachment: next, further: later, request: { ...request, body: withValue(request.body, attachment.into, id) as Waiting['request']['body'] } });
  dropFile(attachment.place);
  if (next) await uploadFirst(owner, clientId);
}

function settle(owner: string, clientId: string): void {
  const item = kept(owner).find((one) => one.clientId === clientId);
  rewrite(owner, (items) => items.filter((one) => one.clientId !== clientId));
  for (const { place } of item?.attachment ? [item.attachment, ...(item.further ?? [])] : []) dropFile(place);
}

function kept(owner: string): readonly Waiting[] {
  return shelfOf(owner).get<Waiting[]>('outbox') ?? [];
}

function rewrite(owner: string, by: (items: readonly Waiting[]) => readonly Waiting[]): void {
  const items = by(kept(owner));
  if (!shelfOf(owner).put('outbox', items)) throw new OutboxFull();
  if (owner === ownerOf(useSession.getState())) useOutbox.setState({ items });
}

/** The phone has no room; what was typed has to stay on the screen. */
export class OutboxFull extends Error {
  constructor() {
    super('手机存储满了，这条还没存下。请先别关这一页，清出一点空间再交');
    this.name = 'OutboxFull';
  }
}

function withValue(part: unknown, [key, ...rest]: readonly string[], value: unknown): unknown {
  if (key === undefined) return value;
  const inside = withValue((part as Record<string, unknown>)[key], rest, value);
  return Array.isArray(part) ? part.map((one: unknown, at) => (String(at) === key ? inside : one)) : { ...(part as object), [key]: inside };
}
