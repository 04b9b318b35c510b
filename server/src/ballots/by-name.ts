const names = new Intl.Collator('zh');

/** As people look for a name in a list. */
export function byName(one: { name: string; memberId: string }, other: { name: string; memberId: string }): number {
  return names.compare(one.name, other.name) || (one.memberId < other.memberId ? -1 : 1);
}
