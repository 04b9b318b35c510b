import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import { addDays, type BusinessDate, businessDate } from '@weidangxiao/shared/rules/week.ts';
import { businessNow } from '@/platform/clock';
import { call } from '@/platform/request';
import { may, useSession } from '@/platform/session';
import { type Stored, useStored } from '@/platform/stored';
import { type Reflections, useReflections } from '../reflections/reflections';

export type Theme = Answer<'getTheme'>;
export interface WaitingTheme {
  readonly id: string;
  readonly monday: BusinessDate;
  readonly title: string;
  readonly lessons: number;
}

export interface Waiting {
  /** Null for those who may not read what is planned, or not review reflections. */
  readonly themes: Stored<readonly WaitingTheme[]> | null;
  readonly reflections: Reflections | null;
}

/** What waits for the word of whoever is logged in. */
export function useWaiting(): Waiting {
  const caller = useSession((session) => session.caller);
  const [readsThemes, reviews] = [may(caller, 'themes.read'), may(caller, 'reflections.review')];
  const themes = useStored(readsThemes ? 'themes-in-review' : null, themesInReview);
  const reflections = useReflections({ state: 'in_review' }, reviews);
  return { themes: readsThemes ? themes : null, reflections: reviews ? reflections : null };
}

/** A theme by its id, or by its Monday where only that is known. */
export function useTheme(id: string | null, monday: BusinessDate | null): Stored<Theme> {
  const reads = useSession(({ caller }) => may(caller, 'themes.read'));
  const key = id ?? monday;
  return useStored(reads && key ? `theme/${key}` : null, async () => call('getTheme', { params: { id: id ?? (await idOf(monday ?? '')) } }));
}

/** Two years around New Year: what is planned for January is reviewed in December. */
async function themesInReview(): Promise<readonly WaitingTheme[]> {
  const today = businessDate(businessNow());
  const years = [...new Set([today, addDays(today, 60)].map((date) => Number(date.slice(0, 4))))];
  const plans = await Promise.all(years.map((year) => call('listThemes', { query: { year } })));
  return plans.flatMap(({ mondays }) => mondays.flatMap(({ theme }) => (theme?.state === 'in_review' ? [theme] : [])));
}

async function idOf(monday: BusinessDate): Promise<string> {
  const { mondays } = await call('listThemes', { query: { year: Number(monday.slice(0, 4)) } });
  // Where there is none, the server says so in its own words.
  return mondays.find((one) => one.monday === monday)?.theme?.id ?? '00000000-0000-4000-8000-000000000000';
}
