import { useStored } from '@/platform/stored';
import { call } from '@/platform/request';
import { townQuery, useSession } from '@/platform/session';
import { type Theme, useWeek } from './week';

/** The theme of a Monday: this week's from what the home page has stored, an older one from its own week. */
export function useThemeOf(monday: string | null): Theme | null {
  const current = useWeek(null);
  const town = useSession(({ caller, guestTown }) => caller?.town?.code ?? guestTown);
  const isCurrent = current.value?.theme?.monday === monday;
  const known = current.value !== null || current.failure !== null;
  const key = !isCurrent && known && town && monday ? `week/${town}/${monday}` : null;
  const other = useStored(key, () => call('getWeek', { params: { monday: monday ?? '' }, query: townQuery() }));
  if (isCurrent) return current.value?.theme ?? null;
  return other.value?.theme?.monday === monday ? other.value.theme : null;
}
