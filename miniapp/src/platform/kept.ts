import { useState } from 'react';
import { ownShelf } from './session';

/** A state that survives the page and the app: what somebody was just typing. `null` puts it away. */
export function useKept<T>(key: string, initial: T): [T, (value: T | null) => void] {
  const place = `kept/${key}`;
  const [state, setState] = useState(() => ({ place, value: ownShelf().get<T>(place) ?? initial }));
  if (state.place !== place) setState({ place, value: ownShelf().get<T>(place) ?? initial });
  const change = (value: T | null) => {
    if (value === null) ownShelf().remove(place);
    else ownShelf().put(place, value);
    setState({ place, value: value ?? initial });
  };
  return [state.value, change];
}
