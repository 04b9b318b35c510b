import { call } from '@/platform/request';
import { townQuery, useSession } from '@/platform/session';
import { type Stored, useStored } from '@/platform/stored';
import { type Theme, useWeek, type Week } from './week';

/** The week of a Monday: this one from what the home page has stored, an older one by its own key. No Monday named: this week. */
export function useWeekOf(monday: string | null): { stored: Stored<Week>; theme: Theme | null } {
  const current = useWeek(null);
  const town = useSession(({ caller, guestTown }) => caller?.town?.code ?? guestTown);
  const isCurrent = monday === null || current.value?.theme?.monday === monday;
  const known = current.value !== null || current.failure !== null;
  const key = !isCurrent && known && town ? `week/${town}/${monday}` : null;
  const other = useStored(key, () => call('getWeek', { params: { monday: monday ?? '' }, query: townQuery() }));
  // Until this week is known, which of the two it is stays open: it loads.
  if (isCurrent || !known) return { stored: current, theme: current.value?.theme ?? null };
  return { stored: other, theme: other.value?.theme?.monday === monday ? other.value.theme : null };
}
