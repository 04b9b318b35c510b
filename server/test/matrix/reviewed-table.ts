import { readFileSync } from 'node:fs';

export const callers = ['anonymous', 'member', 'leader', 'approver', 'committee', 'admin', 'operator'] as const;
export type CallerKind = (typeof callers)[number];

export const relations = ['own', 'same group', 'other group', 'other town'] as const;
export type Relation = (typeof relations)[number];

/** What each mark of docs/SECURITY.md says of a target in each relation to the caller. */
const reach = {
  '-': { own: false, 'same group': false, 'other group': false, 'other town': false },
  A: { own: true, 'same group': true, 'other group': true, 'other town': true },
  P: { own: true, 'same group': false, 'other group': false, 'other town': true },
  O: { own: true, 'same group': false, 'other group': false, 'other town': false },
  G: { own: true, 'same group': true, 'other group': false, 'other town': false },
  T: { own: true, 'same group': true, 'other group': true, 'other town': false },
  H: { own: true, 'same group': true, 'other group': true, 'other town': true },
} as const satisfies Record<string, Record<Relation, boolean>>;

export type Mark = keyof typeof reach;
export const marks = Object.keys(reach) as Mark[];

export const reaches = (mark: Mark, relation: Relation): boolean => reach[mark][relation];

/** Route by route, caller by caller: the table that was written by hand from what people need, and reviewed. */
export function reviewedTable(): Map<string, Record<CallerKind, Mark>> {
  const text = readFileSync(new URL('../../../docs/SECURITY.md', import.meta.url), 'utf8');
  const [, ...rows] = tableWith('| route |', text);
  return new Map(rows.slice(1).map(rowOf));
}

function tableWith(head: string, text: string): string[] {
  const lines = text.split('\n');
  const start = lines.findIndex((line) => line.startsWith(head));
  if (start < 0) throw new Error('docs/SECURITY.md has no table of routes');
  const end = lines.findIndex((line, at) => at > start && !line.startsWith('|'));
  return lines.slice(start, end < 0 ? undefined : end);
}

function rowOf(line: string): [string, Record<CallerKind, Mark>] {
  const [route = '', ...cells] = line.split('|').slice(1, -1).map((cell) => cell.trim());
  const strange = cells.find((cell) => !(cell in reach));
  if (cells.length !== callers.length || strange !== undefined) throw new Error(`docs/SECURITY.md, ${route}: ${strange ?? `${cells.length} cells`}`);
  return [route, Object.fromEntries(callers.map((caller, at) => [caller, cells[at]])) as Record<CallerKind, Mark>];
}
