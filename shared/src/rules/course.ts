import { tagInChinese } from './member-tag.ts';
import { type BusinessDate, addDays, dateInChinese } from './week.ts';

export const requestStates = ['open', 'planned', 'closed'] as const;
export type RequestState = (typeof requestStates)[number];
export type RequestEvent = 'join' | 'leave' | 'plan' | 'reopen' | 'hold' | 'close' | 'abandon';

/**
 * The whole machine of a course request: what is not here cannot happen. `hold`: its session was closed out. `reopen`: its
 * session was cancelled. `close`: the town says why it will not come. `abandon`: the last one who wanted it left.
 */
const moves: Readonly<Record<RequestState, Partial<Record<RequestEvent, RequestState>>>> = {
  open: { join: 'open', leave: 'open', plan: 'planned', close: 'closed', abandon: 'closed' },
  planned: { join: 'planned', leave: 'planned', plan: 'planned', reopen: 'open', hold: 'closed', close: 'closed' },
  closed: {},
};

export const requestStateNames: Readonly<Record<RequestState, string>> = { open: '还在点', planned: '已排上', closed: '已办结' };

/** The next state, or null where this event cannot happen. */
export function moveRequest(state: RequestState, event: RequestEvent): RequestState | null {
  return moves[state][event] ?? null;
}

/** One person's open requests at a time. */
export const mostOpenRequests = 5;

export interface KnownSet {
  readonly id: string;
  readonly title: string;
  readonly tag: string;
  readonly why: string;
}

export interface KnownRequest {
  readonly id: string;
  readonly title: string;
  /** People of the reader's own group who want it. */
  readonly fromGroup: number;
  readonly mine: boolean;
}

export interface CategoryStudied {
  readonly category: string;
  readonly name: string;
  /** The Monday of the last theme on it that the reader checked in for; null for none within the time looked at. */
  readonly lastOn: BusinessDate | null;
  /** A lesson on it that can be read. */
  readonly lesson: { readonly id: string; readonly title: string } | null;
}

export interface SuggestionFacts {
  readonly today: BusinessDate;
  readonly tags: readonly string[];
  readonly sets: readonly KnownSet[];
  readonly requests: readonly KnownRequest[];
  readonly studied: readonly CategoryStudied[];
}

export interface Suggestion {
  readonly kind: 'course_set' | 'course_request' | 'lesson';
  readonly id: string;
  readonly title: string;
  /** A sentence: nothing is suggested without one. */
  readonly reason: string;
}

/** Not studied for so many days is long. */
const longDays = 56;
/** So many of one's group make a request worth telling. */
const fewestAsking = 2;

/** By these rules alone, in this order: what one's group asks for, what is put together for people like oneself, what one has not studied for long. */
export function suggestCourses({ today, tags, sets, requests, studied }: SuggestionFacts): Suggestion[] {
  return [...requests.flatMap(fromRequest), ...sets.flatMap((set) => fromSet(set, tags)), ...longUnstudied(studied, today)];
}

function fromRequest({ id, title, fromGroup, mine }: KnownRequest): Suggestion[] {
  if (mine || fromGroup < fewestAsking) return [];
  return [{ kind: 'course_request', id, title, reason: `你们组有${fromGroup}个人点了这一课，你也可以一起点。` }];
}

function fromSet({ id, title, tag, why }: KnownSet, tags: readonly string[]): Suggestion[] {
  if (!tags.includes(tag)) return [];
  return [{ kind: 'course_set', id, title, reason: `这套课是给${tagInChinese(tag)}排的：${why}` }];
}

function longUnstudied(studied: readonly CategoryStudied[], today: BusinessDate): Suggestion[] {
  const since = addDays(today, -longDays);
  const long = studied.filter(({ lastOn, lesson }) => lesson !== null && (lastOn === null || lastOn < since));
  return [...long].sort((a, b) => (a.lastOn ?? '').localeCompare(b.lastOn ?? '')).flatMap(fromCategory);
}

function fromCategory({ name, lastOn, lesson }: CategoryStudied): Suggestion[] {
  if (!lesson) return [];
  const reason = lastOn ? `“${name}”你上一次学是${dateInChinese(lastOn)}那一周，隔得有点久了。` : `“${name}”你这半年还没学过。`;
  return [{ kind: 'lesson', id: lesson.id, title: lesson.title, reason }];
}
