// What a town that joins in the middle of a year brings along: months' published M, and hours, from its paper.

/** A month's M; hours of a whole year. */
export const openingKinds = ['month', 'hours'] as const;
export type OpeningKind = (typeof openingKinds)[number];

export const mostMark = '100';
/** More hours than a year of study has for anybody. */
export const mostOpeningHours = '500';

export interface OpeningYear {
  /** By month; `m` is null for a month that was not rated. */
  readonly months: { readonly month: string; readonly m: string | null }[];
  /** '28.50', '0.00' where none were brought. */
  readonly hours: string;
}
