// Exact rationals on bigint. Scores are never binary floats: 82.585 must round to 82.59, not to 82.58.

export interface Fraction {
  readonly top: bigint;
  /** Always positive; the two have no common divisor. */
  readonly bottom: bigint;
}

export const zero: Fraction = { top: 0n, bottom: 1n };

/** A whole number, a decimal such as "2.5" or a ratio such as "19/20". Null for anything else. */
export function parseFraction(text: string): Fraction | null {
  const ratio = /^(\d{1,18})\/(\d{1,18})$/.exec(text);
  if (ratio) return ratio[2] && BigInt(ratio[2]) > 0n ? fraction(BigInt(ratio[1] ?? ''), BigInt(ratio[2])) : null;
  const decimal = /^(-?)(\d{1,18})(?:\.(\d{1,18}))?$/.exec(text);
  if (!decimal) return null;
  const places = decimal[3] ?? '';
  const top = BigInt(`${decimal[1]}${decimal[2]}${places}`);
  return fraction(top, 10n ** BigInt(places.length));
}

export function whole(value: number): Fraction {
  return { top: BigInt(value), bottom: 1n };
}

export function fraction(top: bigint, bottom: bigint): Fraction {
  const sign = bottom < 0n ? -1n : 1n;
  const common = divisor(top < 0n ? -top : top, bottom * sign) || 1n;
  return { top: (top * sign) / common, bottom: (bottom * sign) / common };
}

export const add = (a: Fraction, b: Fraction): Fraction => fraction(a.top * b.bottom + b.top * a.bottom, a.bottom * b.bottom);
export const subtract = (a: Fraction, b: Fraction): Fraction => fraction(a.top * b.bottom - b.top * a.bottom, a.bottom * b.bottom);
export const times = (a: Fraction, b: Fraction): Fraction => fraction(a.top * b.top, a.bottom * b.bottom);
export const over = (a: Fraction, b: Fraction): Fraction => fraction(a.top * b.bottom, a.bottom * b.top);
export const sum = (all: readonly Fraction[]): Fraction => all.reduce(add, zero);

/** Negative, zero or positive, as a sort wants it. */
export function compare(a: Fraction, b: Fraction): number {
  const difference = a.top * b.bottom - b.top * a.bottom;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

export const least = (a: Fraction, b: Fraction): Fraction => (compare(a, b) <= 0 ? a : b);
export const most = (a: Fraction, b: Fraction): Fraction => (compare(a, b) >= 0 ? a : b);

/** Two places, half up (away from zero for what is negative): the one rounding of a published figure. */
export function toTwoPlaces({ top, bottom }: Fraction): string {
  const sign = top < 0n ? '-' : '';
  const hundredths = ((top < 0n ? -top : top) * 200n + bottom) / (2n * bottom);
  const digits = hundredths.toString().padStart(3, '0');
  return `${hundredths === 0n ? '' : sign}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

function divisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : divisor(b, a % b);
}
