import type { AttendanceStatus } from './assessment/rubric.ts';

/** What a leader can mark; null takes a mark back. */
export const rollStatuses = ['present', 'late', 'left_early', 'leave', 'absent'] as const;
export type RollStatus = (typeof rollStatuses)[number];

export const markWays = ['roll', 'scan', 'digits', 'sheet', 'helper', 'leave', 'make_up', 'exemption', 'correction'] as const;
export type MarkWay = (typeof markWays)[number];

/** One mark about one member at one session. Never changed; only another mark replaces it. */
export interface Mark {
  readonly id: string;
  readonly status: AttendanceStatus | null;
  readonly way: MarkWay;
  /** The server's order of receipt within the session; on a phone its own unsent marks come after all received ones. */
  readonly order: number;
  /** Ids of the marks that its maker saw and meant to replace. */
  readonly over: readonly string[];
}

export interface Settled<M extends Mark> {
  /** null: not marked. */
  readonly status: AttendanceStatus | null;
  /** Standing marks that say different things. */
  readonly differs: boolean;
  /** Marks that nobody replaced, in the order of receipt. */
  readonly standing: readonly M[];
}

/** Made by the person or for them by a helper: they never stand against the leader's word. */
const ownWays: ReadonlySet<MarkWay> = new Set<MarkWay>(['scan', 'digits', 'helper']);

export const isOwnWay = (way: MarkWay): boolean => ownWays.has(way);

/**
 * What counts, from the set of marks alone: whatever order they arrived in and however often, the same set settles the
 * same. Of standing marks that differ the one received last counts, until somebody replaces all of them.
 */
export function settle<M extends Mark>(marks: readonly M[]): Settled<M> {
  const once = [...new Map(marks.map((mark) => [mark.id, mark])).values()];
  const replaced = new Set(once.flatMap(({ id, over }) => over.filter((other) => other !== id)));
  const unreplaced = once.filter(({ id }) => !replaced.has(id)).sort((a, b) => a.order - b.order || a.id.localeCompare(b.id));
  const led = unreplaced.some(({ way, status }) => !isOwnWay(way) && status !== null);
  const standing = led ? unreplaced.filter(({ way }) => !isOwnWay(way)) : unreplaced;
  return { status: standing.at(-1)?.status ?? null, differs: new Set(standing.map(({ status }) => status)).size > 1, standing };
}

/** Was there, wholly or in part, or has made it up. */
export function attended(status: AttendanceStatus | null): boolean {
  return status === 'present' || status === 'late' || status === 'left_early' || status === 'made_up';
}

export const attendanceStatusNames: Readonly<Record<AttendanceStatus, string>> = { present: '到', made_up: '已补学', late: '迟到', left_early: '早退', leave: '请假', absent: '缺', exempt: '免' };

export const markWayNames: Readonly<Record<MarkWay, string>> = {
  roll: '组长点名',
  scan: '扫码签到',
  digits: '四位数签到',
  sheet: '纸质签到表',
  helper: '别人代签，本人同意',
  leave: '请假',
  make_up: '补学',
  exemption: '免学',
  correction: '收尾后更正',
};

/** Days after a session in which it can be made up. */
export const makeUpDays = 14;
