/** One promise, what was seen, and whether it holds. */
export interface Finding {
  readonly name: string;
  readonly seen: string;
  readonly promised: string;
  readonly holds: boolean;
}

export function finding(name: string, seen: number, promised: number, how: 'exactly' | 'at most' = 'exactly'): Finding {
  return { name, seen: String(seen), promised: `${how === 'exactly' ? '' : '≤ '}${promised}`, holds: how === 'exactly' ? seen === promised : seen <= promised };
}
