import { type Grade, grades } from './assessment/rubric.ts';

export type GradeCounts = Readonly<Record<Grade, number>>;

/** What one person counted out of a circle's box. */
export interface PaperTally {
  /** How many ballots lay in it. */
  readonly ballots: number;
  /** By the ratee's id. */
  readonly counts: Readonly<Record<string, GradeCounts>>;
}

export interface PaperFault {
  readonly why: 'ballots' | 'unknown' | 'missing' | 'more_than_ballots' | 'nobody_left_out';
  readonly memberId?: string;
}

/**
 * With fewer paper ballots than these a line of the counts may be somebody's vote: of two, what either holder got is what the other gave; of
 * three, so it is for the one who counts and gave the third. The leader saw who took them, so such a box is counted by two people of the
 * town, who are not told.
 */
export const leastPaper = 4;

export const noCounts: GradeCounts = { excellent: 0, good: 0, fair: 0, poor: 0 };

export function countOf(counts: Partial<Record<Grade, number>>): number {
  return grades.reduce((sum, grade) => sum + (counts[grade] ?? 0), 0);
}

/**
 * Why these counts cannot come out of that box; null when they can. A line may have been left empty, but nobody rates themselves: of
 * so many ballots as lie there, so many people have at least one vote less.
 */
export function paperFault({ ballots, counts }: PaperTally, { handed, people }: { handed: number; people: readonly string[] }): PaperFault | null {
  if (ballots < 1 || ballots > handed) return { why: 'ballots' };
  const unknown = Object.keys(counts).find((memberId) => !people.includes(memberId));
  if (unknown) return { why: 'unknown', memberId: unknown };
  const missing = people.find((memberId) => !counts[memberId]);
  if (missing) return { why: 'missing', memberId: missing };
  const over = people.find((memberId) => countOf(counts[memberId] ?? noCounts) > ballots);
  if (over) return { why: 'more_than_ballots', memberId: over };
  const byAll = people.filter((memberId) => countOf(counts[memberId] ?? noCounts) === ballots);
  return byAll.length > people.length - ballots ? { why: 'nobody_left_out' } : null;
}

/** On whom two people disagree; their ids. */
export function paperDifferences(one: PaperTally, other: PaperTally): string[] {
  const people = [...new Set([...Object.keys(one.counts), ...Object.keys(other.counts)])];
  return people.filter((memberId) => grades.some((grade) => (one.counts[memberId] ?? noCounts)[grade] !== (other.counts[memberId] ?? noCounts)[grade]));
}
