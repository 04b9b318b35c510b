import type { List, ListItem, Run } from '@weidangxiao/shared/contract/blocks.ts';

/** A list as an editor shows it: one line after the other, each with its depth (0 is the outermost). */
export interface Line {
  depth: number;
  ordered: boolean;
  /** On the first line of a list whose numbers go on from another one. */
  start?: number | undefined;
  runs: Run[];
}

export const deepest = 4;

export function linesOf(list: List, depth = 0): Line[] {
  return list.items.flatMap(({ runs, children }, index) => [
    { depth, ordered: list.ordered, runs, ...(index === 0 && list.start ? { start: list.start } : {}) },
    ...(children ? linesOf(children, depth + 1) : []),
  ]);
}

/** Lines back into lists inside lists. A line cannot be more than one step deeper than the one above it. */
export function listOf(lines: readonly Line[]): List {
  return group(levelled(lines), 0);
}

function levelled(lines: readonly Line[]): Line[] {
  let above = -1;
  return lines.map((line) => {
    above = Math.min(line.depth, above + 1, deepest);
    return { ...line, depth: above };
  });
}

function group(lines: readonly Line[], depth: number): List {
  const starts = lines.flatMap((line, index) => (line.depth === depth ? [index] : []));
  const items = starts.map((start, index): ListItem => {
    const inner = lines.slice(start + 1, starts[index + 1]);
    const runs = lines[start]?.runs ?? [];
    return inner.length > 0 ? { runs, children: group(inner, depth + 1) } : { runs };
  });
  const first = lines[starts[0] ?? 0];
  return { type: 'list', ordered: first?.ordered ?? false, ...(first?.start ? { start: first.start } : {}), items };
}
