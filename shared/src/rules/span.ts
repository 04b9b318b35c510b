import type { BusinessDate } from './week.ts';

/** Both days included; `to` null while it lasts. */
export interface Span {
  readonly from: BusinessDate;
  readonly to: BusinessDate | null;
}

export function holdsOn({ from, to }: Span, date: BusinessDate): boolean {
  return from <= date && (to === null || date <= to);
}
