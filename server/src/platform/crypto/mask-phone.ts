/** Stands where a phone is sealed by a key that is gone. */
export const unreadable = '读不出';

/** '13800001234' -> '138****1234'; of anything shorter only the last two digits stay. */
export function maskPhone(phone: string): string {
  if (phone.length < 11) return `****${phone.slice(-2)}`;
  return `${phone.slice(0, 3)}****${phone.slice(-4)}`;
}
