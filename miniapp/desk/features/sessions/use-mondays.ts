import { addDays, isoWeek, mondayOf } from '@weidangxiao/shared/rules/week.ts';
import type { Choice } from '../../components/field.tsx';
import { dateWithYear, now } from '../../platform/clock.ts';
import { call } from '../../platform/request.ts';
import { useMay } from '../../platform/session.ts';
import { useLoaded } from '../../platform/use-loaded.ts';

const around = [-3, -2, -1, 0, 1, 2, 3, 4];

/** The Mondays around now with their themes, for whoever may see what is planned. */
export function useMondays(): Choice[] {
  const sees = useMay('themes.read');
  const mondays = around.map((weeks) => addDays(mondayOf(now()), weeks * 7));
  const { data } = useLoaded(sees ? mondays.join() : null, () => titles(mondays));
  return mondays.map((monday) => ({ value: monday, label: `第${isoWeek(monday).week}周，${dateWithYear(monday)}${data?.get(monday) ? `，${data.get(monday) ?? ''}` : ''}` }));
}

async function titles(mondays: readonly string[]): Promise<Map<string, string>> {
  const years = [...new Set(mondays.map((monday) => Number(monday.slice(0, 4))))];
  const lists = await Promise.all(years.map((year) => call('listThemes', { query: { year } })));
  return new Map(lists.flatMap((list) => list.mondays).flatMap(({ monday, theme }) => (theme ? [[monday, theme.title] as const] : [])));
}
