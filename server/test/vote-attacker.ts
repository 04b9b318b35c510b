import { type Grade, grades } from '@weidangxiao/shared/rules/assessment/rubric.ts';
import type { SnapshotRow } from './database-snapshot.ts';

/** What somebody holds who has copied everything once. */
export interface Haul {
  /** Of every table, in the order in which the engine gives them without being asked for one. */
  readonly rows: readonly SnapshotRow[];
  readonly log: readonly string[];
}

/** How somebody is thought to have voted on another; null where nothing points to a grade. */
export type Suspicion = (voterId: string, rateeId: string) => Grade | null;

export interface Attack {
  readonly how: string;
  readonly suspicion: Suspicion;
}

type Traits = Map<string, Map<string, number>>;

/** A transaction is over within so many milliseconds. */
const longestAct = 1_000;

/**
 * Correlates whatever is known of voters with whatever is known of counters: every column of every table in which a person stands, the order of
 * the rows and the times of the log, against every column of the counters that speaks of a grade and against their order.
 */
export function attacksOn(haul: Haul, voterIds: readonly string[]): Attack[] {
  const voters = traitsOf(haul, voterIds);
  const counters = haul.rows.filter(({ table }) => table === 'vote_counts').map(({ values }) => values);
  const families = familiesOf(counters);
  const attacks: Attack[] = [];
  for (const [trait, ofVoter] of voters) {
    for (const [family, cell] of families) {
      attacks.push({ how: `${trait} near ${family}`, suspicion: nearest(ofVoter, cell) });
      attacks.push({ how: `${trait} same rank as ${family}`, suspicion: nearest(ranked(ofVoter), rankedCells(cell, voterIds)) });
    }
  }
  return attacks;
}

/** Only what is certain: an act that stamped a voter and one counter of each person at the same moment. */
export function claimsBy(haul: Haul, voterIds: readonly string[]): Attack[] {
  const counters = haul.rows.filter(({ table }) => table === 'vote_counts').map(({ values }) => values);
  const claims: Attack[] = [];
  for (const [trait, ofVoter] of traitsOf(haul, voterIds)) {
    for (const [family, cell] of familiesOf(counters)) claims.push({ how: `${trait} equals ${family}`, suspicion: coinciding(ofVoter, cell) });
  }
  return claims;
}

/** Reads totals as they stand: who was given one grade alone was given it by everybody who has voted. */
export function byTotals({ rows }: Haul, voters: number): (rateeId: string) => Grade | null {
  const counters = new Map(rows.filter(({ table }) => table === 'vote_counts').map(({ values }) => [String(values['ratee_id']), values]));
  return (rateeId) => grades.find((grade) => Number(counters.get(rateeId)?.[grade]) === voters) ?? null;
}

/** Everything numeric that stands in a row with that person, or in the order of the rows. */
function traitsOf({ rows, log }: Haul, voterIds: readonly string[]): Traits {
  const traits: Traits = new Map();
  const note = (trait: string, voterId: string, value: number): void => {
    const of = traits.get(trait) ?? new Map<string, number>();
    // Of several rows the latest: somebody's last login, last check-in, last act.
    traits.set(trait, of.set(voterId, Math.max(value, of.get(voterId) ?? value)));
  };
  const known = new Set(voterIds);
  const nth = new Map<string, number>();
  for (const { table, values } of rows) {
    const at = (nth.get(table) ?? 0) + 1;
    nth.set(table, at);
    const voterId = Object.values(values).map((value) => String(value).replace(/^member:/, '')).find((value) => known.has(value));
    if (!voterId) continue;
    note(`${table} order`, voterId, at);
    for (const [column, value] of Object.entries(values)) if (isNumber(value)) note(`${table}.${column}`, voterId, Number(value));
  }
  // The log says when ballots came, and a login when it was last used: together, perhaps, who came when.
  const casts = log.map((line) => JSON.parse(line) as Record<string, unknown>).filter(({ pattern, method }) => pattern === '/api/my/ballot' && method === 'POST');
  const order = [...(traits.get('logins.last_used_at') ?? new Map<string, number>())].sort(([, a], [, b]) => a - b);
  order.forEach(([voterId], at) => {
    for (const [field, value] of Object.entries(casts[at] ?? {})) if (isNumber(value) || field === 'time') note(`log ${field}`, voterId, field === 'time' ? Date.parse(String(value)) : Number(value));
  });
  return traits;
}

type Cell = (rateeId: string, grade: Grade) => number | null;

/** Columns of the counters, one for each grade where their names differ in nothing else; the order of the rows is one as well. */
function familiesOf(counters: readonly Record<string, unknown>[]): Map<string, Cell> {
  const byRatee = new Map(counters.map((values, at) => [String(values['ratee_id']), { ...values, order: at }]));
  const families = new Map<string, Cell>();
  const [first] = byRatee.values();
  for (const column of Object.keys(first ?? {}).filter((name) => name.includes('excellent'))) {
    families.set(column.replace('excellent', '*'), (rateeId, grade) => numberOf((byRatee.get(rateeId) as Record<string, unknown> | undefined)?.[column.replace('excellent', grade)]));
  }
  families.set('order', (rateeId, grade) => numberOf((byRatee.get(rateeId)?.order ?? 0) * grades.length + grades.indexOf(grade)));
  return families;
}

function nearest(ofVoter: ReadonlyMap<string, number>, cell: Cell): Suspicion {
  return (voterId, rateeId) => {
    const value = ofVoter.get(voterId);
    if (value === undefined) return null;
    const distances = grades.map((grade) => ({ grade, distance: Math.abs((cell(rateeId, grade) ?? Number.POSITIVE_INFINITY) - value) }));
    return distances.reduce((best, other) => (other.distance < best.distance ? other : best)).grade;
  };
}

/** A counter that was stamped after that voter and before the next one was stamped by that voter. */
function coinciding(ofVoter: ReadonlyMap<string, number>, cell: Cell): Suspicion {
  const times = [...new Set(ofVoter.values())].filter((value) => value > 1e12).sort((a, b) => a - b);
  return (voterId, rateeId) => {
    const at = times.indexOf(ofVoter.get(voterId) ?? 0);
    const since = times[at] ?? Number.POSITIVE_INFINITY;
    const until = Math.min(times[at + 1] ?? Number.POSITIVE_INFINITY, since + longestAct);
    const stamped = grades.filter((grade) => (cell(rateeId, grade) ?? 0) >= since && (cell(rateeId, grade) ?? 0) < until);
    return stamped.length === 1 ? (stamped[0] ?? null) : null;
  };
}

function ranked(values: ReadonlyMap<string, number>): Map<string, number> {
  const sorted = [...values].sort(([, a], [, b]) => a - b);
  return new Map(sorted.map(([voterId], at) => [voterId, at / sorted.length]));
}

function rankedCells(cell: Cell, rateeIds: readonly string[]): Cell {
  const all = rateeIds.flatMap((rateeId) => grades.map((grade) => cell(rateeId, grade) ?? 0)).sort((a, b) => a - b);
  return (rateeId, grade) => all.indexOf(cell(rateeId, grade) ?? 0) / all.length;
}

const isNumber = (value: unknown): boolean => typeof value === 'number' || typeof value === 'bigint' || (typeof value === 'string' && /^\d{9,}$/.test(value));
const numberOf = (value: unknown): number | null => (isNumber(value) ? Number(value) : null);
