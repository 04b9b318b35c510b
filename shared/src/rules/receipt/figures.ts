import { type Fraction, toTwoPlaces } from '../fraction.ts';

/** As people write it: 7.2 for 7.20, 16 for 16.00. Rounded to two places where there are more. */
export function plain(value: Fraction): string {
  return toTwoPlaces(value).replace(/\.?0+$/, '');
}
