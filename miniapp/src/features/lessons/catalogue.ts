import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import { businessDate, monthOf } from '@weidangxiao/shared/rules/week.ts';
import { useEffect, useRef } from 'react';
import { businessNow } from '@/platform/clock';
import { type Paged, usePaged } from '@/platform/paged';
import { call } from '@/platform/request';
import { useSession } from '@/platform/session';
import { forget } from '@/platform/stored';
import type { LessonCategory } from './categories';
import type { CatalogueRow } from './lesson';

export interface CatalogueFilter {
  readonly category: LessonCategory | null;
  readonly month: string | null;
  /** What is searched for; empty for everything. */
  readonly words: string;
}

/** The town's sent lessons, newest first. Members only; the copy of a search goes when another one begins. */
export function useCatalogue({ category, month, words }: CatalogueFilter): Paged<CatalogueRow, Answer<'listLessons'>> {
  const member = useSession(({ caller }) => caller?.member ?? null);
  const key = `lessons/${category ?? 'all'}/${month ?? 'all'}${words ? `/${words}` : ''}`;
  const searched = useRef<string | null>(null);
  useEffect(() => {
    if (searched.current && searched.current !== key) forget(searched.current);
    searched.current = words ? key : null;
  }, [key, words]);
  const filter = { category: category ?? undefined, month: month ?? undefined, q: words || undefined };
  return usePaged(member ? key : null, (page) => call('listLessons', { query: { ...filter, page, pageSize: 20 } }));
}

/** The twelve months up to this one, newest first. */
export function recentMonths(): readonly string[] {
  const [year = 0, month = 0] = monthOf(businessDate(businessNow())).split('-').map(Number);
  return Array.from({ length: 12 }, (_, back) => {
    const whole = year * 12 + (month - 1) - back;
    return `${Math.floor(whole / 12)}-${String((whole % 12) + 1).padStart(2, '0')}`;
  });
}
