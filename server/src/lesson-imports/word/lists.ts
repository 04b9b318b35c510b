import type { List, ListItem, Run } from '@weidangxiao/shared/contract/blocks.ts';
import type { Numbered } from './numbering.ts';
import type { Warnings } from './warnings.ts';

/** A list's item as it stands in the document: one after the other, whatever its depth. */
export interface FlatItem {
  readonly numbered: Numbered;
  readonly runs: Run[];
}

interface OpenList {
  readonly list: List;
  readonly level: number;
  last: Numbered;
}

const deepest = 5;
const mostItems = 200;

/** Lists in lists out of items with levels. Numbers that do not go on begin another list. */
export function nested(items: readonly FlatItem[], warnings: Warnings): List[] {
  const done: List[] = [];
  const open: OpenList[] = [];
  for (const item of items) {
    if (open.some(({ list }) => list.items.length >= mostItems)) open.length = 0;
    while (open.length > 1 && (open.at(-1)?.level ?? 0) > item.numbered.level) open.pop();
    const current = open.at(-1);
    if (current && item.numbered.level > current.level) descend(open, current, item, warnings);
    else if (current && (open.length > 1 || goesOn(current, item.numbered))) append(current, item);
    else {
      open.length = 0;
      done.push(begin(open, item, warnings));
    }
  }
  return done;
}

function begin(open: OpenList[], { numbered, runs }: FlatItem, warnings: Warnings): List {
  const { ordered, number, level } = numbered;
  const list: List = { type: 'list', ordered, ...(ordered && number > 1 ? { start: number } : {}), items: [{ runs }] };
  if (numbered.fancy) warnings.add('LIST_NUMBERS');
  open.push({ list, level, last: numbered });
  return list;
}

function append(current: OpenList, { numbered, runs }: FlatItem): void {
  current.list.items.push({ runs });
  current.last = numbered;
}

function descend(open: OpenList[], current: OpenList, item: FlatItem, warnings: Warnings): void {
  const parent: ListItem | undefined = current.list.items.at(-1);
  if (open.length >= deepest || !parent) {
    warnings.add('LIST_DEPTH');
    current.list.items.push({ runs: item.runs });
    return;
  }
  // Back from a deeper level to one that was never there: it goes on where its siblings are.
  if (parent.children) {
    parent.children.items.push({ runs: item.runs });
    open.push({ list: parent.children, level: item.numbered.level, last: item.numbered });
    return;
  }
  parent.children = begin(open, item, warnings);
}

function goesOn({ list, level, last }: OpenList, next: Numbered): boolean {
  if (level !== next.level || list.ordered !== next.ordered) return false;
  return !next.ordered || next.number === last.number + 1;
}
