import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import type { RollRow, SessionDetail } from '../sessions/session-words.ts';

export type School = { schoolName: string; townName: string };
export interface SheetSource {
  session: SessionDetail;
  rows: Answer<'listAttendance'>['items'];
}

export interface SheetPage {
  session: SessionDetail;
  rows: RollRow[];
  /** Whose page it is where there is more than one. */
  groupName: string | null;
  at: number;
  of: number;
  columns: 1 | 2;
}

/** So many names are large enough to read on one page; two columns above sixteen. */
const mostOnPage = 48;
const mostInColumn = 16;

/** One page a session; where more are expected than fit, one for each group, so that it is printed where it is signed. */
export function sheetPages({ session, rows }: SheetSource): SheetPage[] {
  const expected = rows.filter(({ guest }) => !guest);
  const parts = expected.length <= mostOnPage ? [{ groupName: null, rows: expected }] : byGroup(session, expected).flatMap(split);
  return parts.map((part, at) => ({ session, ...part, at: at + 1, of: parts.length, columns: part.rows.length > mostInColumn ? 2 : 1 }));
}

interface Part {
  groupName: string | null;
  rows: RollRow[];
}

function byGroup({ expected: { groups } }: SessionDetail, rows: readonly RollRow[]): Part[] {
  const ids = [...new Set(rows.map(({ groupId }) => groupId))];
  const order = (groupId: string | null): number => groups.findIndex(({ id }) => id === groupId);
  return ids.sort((a, b) => order(a) - order(b)).map((groupId) => ({ groupName: groups.find(({ id }) => id === groupId)?.name ?? null, rows: rows.filter((row) => row.groupId === groupId) }));
}

function split({ groupName, rows }: Part): Part[] {
  const parts: Part[] = [];
  for (let from = 0; from < rows.length; from += mostOnPage) parts.push({ groupName, rows: rows.slice(from, from + mostOnPage) });
  return parts;
}
