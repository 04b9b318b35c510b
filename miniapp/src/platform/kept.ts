import { useState } from 'react';
import { ownerOf, useSession } from './session';
import { shelfOf } from './storage';

/** A state that survives the page and the app: what somebody was just typing. `null` puts it away. Whoever logs in sees only their own. */
export function useKept<T>(key: string, initial: T): [T, (value: T | null) => void] {
  const owner = useSession(ownerOf);
  const place = `${owner}/${key}`;
  const read = () => ({ place, value: shelfOf(owner).get<T>(nameOf(key)) ?? initial });
  const [state, setState] = useState(read);
  const now = state.place === place ? state : read();
  if (now !== state) setState(now);
  const change = (value: T | null) => {
    if (value === null) shelfOf(owner).remove(nameOf(key));
    else shelfOf(owner).put(nameOf(key), value);
    setState({ place, value: value ?? initial });
  };
  return [now.value, change];
}

/** What was typed before logging in belongs to whoever then logged in to hand it in; what they have of their own stays. */
export function adoptKept(key: string): void {
  const guest = shelfOf('guest');
  const own = shelfOf(ownerOf(useSession.getState()));
  const typed = guest.get<unknown>(nameOf(key));
  if (typed === null) return;
  if (own.get<unknown>(nameOf(key)) === null) own.put(nameOf(key), typed);
  guest.remove(nameOf(key));
}

function nameOf(key: string): string {
  return `kept/${key}`;
}
