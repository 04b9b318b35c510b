import { weekEndsAt } from '@weidangxiao/shared/rules/week.ts';
import type { PlannedMonday } from './theme-words.ts';

export type CellState = 'sent' | 'scheduled' | 'in_review' | 'draft' | 'missed' | 'empty' | 'holiday' | 'blank';

/** In the order of the legend. `blank`: a Monday that passed with nothing on it. */
export const cellNames: Readonly<Record<CellState, string>> = {
  sent: '已发',
  scheduled: '已排期',
  in_review: '待审',
  draft: '草稿',
  empty: '还没写',
  holiday: '放假停发',
  missed: '没发出',
  blank: '空过',
};

export function cellOf({ monday, holiday, theme }: PlannedMonday, now: number): CellState {
  if (theme) return theme.state;
  if (holiday !== null) return 'holiday';
  return now >= weekEndsAt(monday) ? 'blank' : 'empty';
}

/** How many Mondays stand where; states that do not occur are left out, unless they are the usual ones. */
export function legendOf(mondays: readonly PlannedMonday[], now: number): { state: CellState; count: number }[] {
  const cells = mondays.map((planned) => cellOf(planned, now));
  const rare: readonly CellState[] = ['missed', 'blank'];
  const counted = (Object.keys(cellNames) as CellState[]).map((state) => ({ state, count: cells.filter((cell) => cell === state).length }));
  return counted.filter(({ state, count }) => count > 0 || !rare.includes(state));
}

/** The Mondays of each month, January first. */
export function byMonth(mondays: readonly PlannedMonday[]): { month: string; mondays: PlannedMonday[] }[] {
  const months = [...new Set(mondays.map(({ monday }) => monday.slice(0, 7)))];
  return months.map((month) => ({ month, mondays: mondays.filter(({ monday }) => monday.startsWith(month)) }));
}
