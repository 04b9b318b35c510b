import { useState } from 'react';
import { type Act, useAct } from './act';
import { type Stored, useStored } from './stored';

interface PageOf<T> {
  readonly items: readonly T[];
  readonly total: number;
}

export interface Paged<T, Answer extends PageOf<T>> {
  /** The first page, kept on the phone. */
  readonly first: Stored<Answer>;
  /** The first page and whatever was asked for after it, without repeats. */
  readonly items: readonly T[];
  /** Brings the next page; null when there is none. */
  readonly more: (() => void) | null;
  readonly act: Act;
}

/** A long list, page by page. The first page behaves as in `useStored`; the others live as long as the screen. */
export function usePaged<T extends { readonly id: string }, Answer extends PageOf<T>>(key: string | null, load: (page: number) => Promise<Answer>): Paged<T, Answer> {
  const first = useStored(key, () => load(1));
  const [later, setLater] = useState<{ key: string | null; pages: readonly (readonly T[])[] }>({ key, pages: [] });
  const act = useAct();
  const pages = later.key === key ? later.pages : [];
  const loaded = [...(first.value?.items ?? []), ...pages.flat()];
  const hasMore = first.value !== null && loaded.length < first.value.total;
  const next = () =>
    act.run(async () => {
      const { items } = await load(pages.length + 2);
      setLater({ key, pages: [...pages, items] });
    });
  return { first, items: withoutRepeats(loaded), more: hasMore ? next : null, act };
}

/** Rows move on to a later page when new ones come in; the first page is the newest. */
function withoutRepeats<T extends { readonly id: string }>(items: readonly T[]): readonly T[] {
  const seen = new Set<string>();
  return items.filter(({ id }) => !seen.has(id) && seen.add(id));
}
