import type { Receipt } from './receipts';

/**
 * Whether the printed lines make the printed sum, and with the adjustments the score. What does not add up is shown without
 * a total.
 */
export function addsUp({ lines, sumEarned, adjustments, S }: Pick<Receipt, 'lines' | 'sumEarned' | 'adjustments' | 'S'>): boolean {
  const sum = total(lines.map(({ earned }) => earned));
  const adjusted = sum + total(adjustments.map(({ points }) => points));
  return sum === hundredths(sumEarned) && (S === null || adjusted === hundredths(S));
}

function total(figures: readonly string[]): number {
  return figures.map(hundredths).reduce((all, one) => all + one, 0);
}

/** Whole hundredths, so that nothing is rounded on the phone; not a number for what is no figure. */
export function hundredths(figure: string): number {
  const [, sign, whole, places] = /^(-?)(\d+)\.(\d{2})$/.exec(figure) ?? [];
  return Number(`${sign}${whole}${places}`);
}
