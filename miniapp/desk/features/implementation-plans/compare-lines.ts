export interface ComparedLine {
  kind: 'same' | 'removed' | 'added';
  text: string;
}

/** What became of the lines: the longest common run of them stays, what was taken out stands before what came in its place. */
export function compareLines(before: readonly string[], after: readonly string[]): ComparedLine[] {
  const common = commonFrom(before, after);
  const compared: ComparedLine[] = [];
  let [at, to] = [0, 0];
  while (at < before.length || to < after.length) {
    const [old, young] = [before[at], after[to]];
    if (old !== undefined && old === young) {
      compared.push({ kind: 'same', text: old });
      at += 1;
      to += 1;
    } else if (young === undefined || (old !== undefined && common(at + 1, to) >= common(at, to + 1))) {
      compared.push({ kind: 'removed', text: old ?? '' });
      at += 1;
    } else {
      compared.push({ kind: 'added', text: young });
      to += 1;
    }
  }
  return compared;
}

/** How many lines the two have in common, in order, from these places on. */
function commonFrom(before: readonly string[], after: readonly string[]): (at: number, to: number) => number {
  const width = after.length + 1;
  const table = new Uint16Array((before.length + 1) * width);
  const value = (at: number, to: number): number => table[at * width + to] ?? 0;
  for (let at = before.length - 1; at >= 0; at -= 1) {
    for (let to = after.length - 1; to >= 0; to -= 1) {
      table[at * width + to] = before[at] === after[to] ? value(at + 1, to + 1) + 1 : Math.max(value(at + 1, to), value(at, to + 1));
    }
  }
  return value;
}
