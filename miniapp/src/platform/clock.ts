import { handset } from './storage';

/** How far the town's business time is ahead of this phone's clock, ms. The demo can move it; a phone can be wrong. */
let ahead = handset.get<number>('clock-ahead') ?? 0;

/** Epoch ms of the town's business time, as well as the phone can know it. */
export function businessNow(): number {
  return Date.now() + ahead;
}

/** The server says what time it is. */
export function setBusinessNow(instant: number): void {
  ahead = instant - Date.now();
  handset.put('clock-ahead', ahead);
}
