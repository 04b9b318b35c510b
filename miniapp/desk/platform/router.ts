import { create } from 'zustand';

// Addresses live behind the hash, so that the server needs to know one page only.

interface Place {
  path: string;
  /** Where the person wants to go while something unsaved holds them. */
  wanted: string | null;
}

export const usePlace = create<Place>(() => ({ path: currentPath(), wanted: null }));

/** What would be lost by leaving, in the person's words; empty: nothing. */
const unsaved = new Map<symbol, string>();

export function holdUnsaved(key: symbol, words: string | null): void {
  if (words) unsaved.set(key, words);
  else unsaved.delete(key);
}

export function unsavedWords(): string | null {
  return [...unsaved.values()][0] ?? null;
}

export function go(path: string): void {
  window.location.hash = path;
}

/** Changes the address without a new step in the browser's history. */
export function replacePath(path: string): void {
  history.replaceState(null, '', `#${path}`);
  usePlace.setState({ path, wanted: null });
}

export function leaveAnyway(): void {
  const { wanted } = usePlace.getState();
  unsaved.clear();
  usePlace.setState({ wanted: null });
  if (wanted) go(wanted);
}

export function stay(): void {
  usePlace.setState({ wanted: null });
}

export function watchAddress(): void {
  window.addEventListener('hashchange', () => {
    const { path } = usePlace.getState();
    const next = currentPath();
    if (next === path) return;
    if (unsavedWords() === null) return usePlace.setState({ path: next, wanted: null });
    history.pushState(null, '', `#${path}`);
    usePlace.setState({ wanted: next });
  });
  window.addEventListener('beforeunload', (event) => {
    if (unsavedWords() !== null) event.preventDefault();
  });
}

/** The values in a path that fits the pattern `/members/:id`; null where it does not fit. */
export function match(pattern: string, path: string): Record<string, string> | null {
  const wanted = pattern.split('/');
  const given = (path.split('?')[0] ?? '').split('/');
  if (wanted.length !== given.length) return null;
  const values: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    const value = given[index] ?? '';
    if (part.startsWith(':')) values[part.slice(1)] = decodeURIComponent(value);
    else if (part !== value) return null;
  }
  return values;
}

/** A value after the question mark of the address, such as `q` in `/members?q=…`; empty without it. */
export function askedIn(name: string): string {
  return new URLSearchParams(currentPath().split('?')[1] ?? '').get(name) ?? '';
}

function currentPath(): string {
  return window.location.hash.slice(1) || '/';
}
