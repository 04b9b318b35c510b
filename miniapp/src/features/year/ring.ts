const gold = 'var(--gold)';
const empty = 'var(--sunken)';

/** The right half is gold; a turned half plane takes away from it, or adds to the left. */
export function ringOf(share: number): string {
  const turned = share <= 0.5 ? `linear-gradient(${degrees(90 + share * 360)}deg,transparent 50%,${empty} 50%)` : `linear-gradient(${degrees(share * 360 - 90)}deg,transparent 50%,${gold} 50%)`;
  return `${turned},linear-gradient(90deg,${empty} 50%,${gold} 50%)`;
}

const degrees = (value: number): string => value.toFixed(1);
