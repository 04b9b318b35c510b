import { weekEndsAt } from '@weidangxiao/shared/rules/week.ts';
import { useEffect, useRef, useState } from 'react';
import { now } from '../../platform/clock.ts';
import { asFailure } from '../../platform/failure.ts';
import { call } from '../../platform/request.ts';
import { useMay } from '../../platform/session.ts';
import { type Act, useAct } from '../../platform/use-act.ts';
import { type Loaded, useLoaded } from '../../platform/use-loaded.ts';
import { useReloadOnJump } from '../../platform/use-reload-on-jump.ts';
import { useUnsaved } from '../../platform/use-unsaved.ts';
import { refreshWaiting } from '../overview/waiting.ts';
import { blankDraft, bodyOf, type Draft, draftOf, isSame } from './theme-draft.ts';
import type { PlannedMonday, Theme } from './theme-words.ts';

export interface ThemeDesk {
  planned: PlannedMonday;
  loaded: Loaded<{ theme: Theme | null }>;
  /** The stored theme; null while the Monday is empty. */
  theme: Theme | null;
  draft: Draft;
  /** The form is open for writing. */
  editing: boolean;
  dirty: boolean;
  /** The week is over. */
  past: boolean;
  act: Act;
  /** What somebody else has saved meanwhile; the person says which of the two stays. */
  conflict: Theme | null;
  set: (part: Partial<Draft>) => void;
  /** Opens an empty Monday, or a sent theme for a correction. */
  start: (from?: Draft) => void;
  stop: () => void;
  save: () => Promise<boolean>;
  /** Saves what is open, then does something with the stored theme and shows what it has become. */
  step: (work: (theme: Theme) => Promise<Theme>) => Promise<boolean>;
  remove: () => Promise<boolean>;
  settle: (whose: 'theirs' | 'mine') => void;
}

/** Everything about the theme of one Monday. `onChanged` tells the year that something is different. */
export function useThemeDesk(planned: PlannedMonday, onChanged: () => void): ThemeDesk {
  const loaded = useStoredTheme(planned);
  const theme = loaded.data?.theme ?? null;
  const writes = useMay('themes.write');
  const form = useThemeForm(planned.monday, loaded.data);
  const past = now() >= weekEndsAt(planned.monday);
  const editing = writes && (theme ? (theme.state === 'draft' && !past) || (theme.state === 'sent' && form.started) : form.started);
  const dirty = editing && !isSame(form.draft, theme ? draftOf(theme) : blankDraft);
  useUnsaved(dirty ? '这个周一的主题改了还没保存' : null);
  const { act, guarded, conflict, settle } = useConflict(planned.monday, theme, (latest, take) => {
    loaded.put({ theme: latest });
    form.rebase(latest, take);
  });

  const show = (next: Theme | null): void => {
    form.show(next);
    loaded.put({ theme: next });
    onChanged();
    void refreshWaiting();
  };
  const stored = async (): Promise<Theme> => (theme && (!dirty || theme.state === 'sent') ? theme : store(planned.monday, theme, form.draft));
  const steps = async (work: (theme: Theme) => Promise<Theme>): Promise<void> => {
    const current = await stored();
    if (current !== theme) show(current);
    show(await work(current));
  };
  const drop = async (): Promise<void> => {
    if (theme) await call('deleteTheme', { params: { id: theme.id } });
    show(null);
  };
  return {
    ...{ planned, loaded, theme, draft: form.draft, editing, dirty, past, act, conflict, settle },
    ...{ set: form.set, start: form.start, stop: () => form.show(theme) },
    save: () => guarded(async () => show(await store(planned.monday, theme, form.draft))),
    step: (work) => guarded(() => steps(work)),
    remove: () => guarded(drop),
  };
}

/** Acts on a theme; when somebody else was faster, their version is fetched and the person says which of the two stays. */
function useConflict(monday: string, theme: Theme | null, onSettled: (latest: Theme, take: boolean) => void) {
  const [conflict, setConflict] = useState<Theme | null>(null);
  const act = useAct();
  const reset = (): void => {
    setConflict(null);
    act.clear();
  };
  useEffect(reset, [monday]);
  const guarded = (work: () => Promise<void>): Promise<boolean> =>
    act.run(() =>
      work().catch(async (error: unknown) => {
        if (theme && asFailure(error).code === 'THEME_CHANGED') setConflict(await call('getTheme', { params: { id: theme.id } }));
        throw error;
      }),
    );
  const settle = (whose: 'theirs' | 'mine'): void => {
    if (conflict) onSettled(conflict, whose === 'theirs');
    reset();
  };
  return { act, guarded, conflict, settle };
}

function store(monday: string, theme: Theme | null, draft: Draft): Promise<Theme> {
  const body = bodyOf(draft);
  return theme ? call('updateTheme', { params: { id: theme.id }, body: { ...body, revision: theme.revision } }) : call('createTheme', { body: { ...body, monday } });
}

function useStoredTheme({ monday, theme: row }: PlannedMonday): Loaded<{ theme: Theme | null }> {
  const loaded = useLoaded(monday, async () => ({ theme: row ? await call('getTheme', { params: { id: row.id } }) : null }));
  useReloadOnJump(loaded);
  return loaded;
}

/** The form's content. What has been read anew replaces it only where it is another theme, revision or state. */
function useThemeForm(monday: string, stored: { theme: Theme | null } | null) {
  const [draft, setDraft] = useState<Draft>(blankDraft);
  const [started, setStarted] = useState(false);
  const based = useRef('');
  const baseOf = (theme: Theme | null): string => `${monday} ${theme?.id ?? ''} ${theme?.revision ?? ''} ${theme?.state ?? ''}`;
  const show = (theme: Theme | null): void => {
    based.current = baseOf(theme);
    setStarted(false);
    setDraft(theme ? draftOf(theme) : blankDraft);
  };
  useEffect(() => {
    if (stored && based.current !== baseOf(stored.theme)) show(stored.theme);
  }, [monday, stored]);
  return {
    ...{ draft, started, show },
    set: (part: Partial<Draft>) => setDraft((old) => ({ ...old, ...part })),
    start: (from?: Draft) => {
      setStarted(true);
      if (from) setDraft(from);
    },
    rebase: (theme: Theme, take: boolean) => {
      based.current = baseOf(theme);
      if (take) setDraft(draftOf(theme));
    },
  };
}
