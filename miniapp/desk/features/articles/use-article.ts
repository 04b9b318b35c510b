import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import { isBusy } from '@weidangxiao/shared/rules/article.ts';
import { useEffect } from 'react';
import { call } from '../../platform/request.ts';
import { type Loaded, useLoaded } from '../../platform/use-loaded.ts';
import { useReloadOnJump } from '../../platform/use-reload-on-jump.ts';
import type { Theme } from '../themes/theme-words.ts';

export type Article = Answer<'getArticle'>;

export interface ThemeArticle {
  theme: Theme;
  article: Article;
}

const againMs = 2_000;

/** A Monday's article; while the server is at work on it, asked for again and again. `of` is null where the Monday has no theme. */
export function useArticle(monday: string): Loaded<{ of: ThemeArticle | null }> {
  const loaded = useLoaded(monday, async () => ({ of: await articleOf(monday) }));
  useReloadOnJump(loaded);
  const busy = loaded.data?.of ? isBusy(loaded.data.of.article.state) : false;
  const { reload } = loaded;
  useEffect(() => {
    if (!busy) return undefined;
    const timer = setInterval(() => void reload(), againMs);
    return () => clearInterval(timer);
  }, [busy, reload]);
  return loaded;
}

async function articleOf(monday: string): Promise<ThemeArticle | null> {
  const { mondays } = await call('listThemes', { query: { year: Number(monday.slice(0, 4)) } });
  const row = mondays.find((one) => one.monday === monday)?.theme;
  if (!row) return null;
  const params = { id: row.id };
  const [theme, article] = await Promise.all([call('getTheme', { params }), call('getArticle', { params })]);
  return { theme, article };
}
