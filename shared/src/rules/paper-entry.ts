import { type Grade, grades } from './assessment/rubric.ts';
import { countOf, type GradeCounts, leastPaper, type PaperTally } from './ballot-paper.ts';

/** What somebody has typed into the fields of one line; a field that is empty holds nothing, which counts as none. */
export type TypedLine = Readonly<Partial<Record<Grade, string>>>;
export type TypedLines = Readonly<Record<string, TypedLine>>;

/** Digits alone: a field holds no more than three. */
export function onlyDigits(text: string): string {
  return text.replace(/\D/g, '').slice(0, 3);
}

export function countsTyped(line: TypedLine = {}): GradeCounts {
  return Object.fromEntries(grades.map((grade) => [grade, Number(line[grade] || '0')])) as Record<Grade, number>;
}

/** What goes to the server: everybody of the circle has a line. */
export function tallyTyped(ballots: string, memberIds: readonly string[], lines: TypedLines): PaperTally {
  return { ballots: Number(ballots || '0'), counts: Object.fromEntries(memberIds.map((memberId) => [memberId, countsTyped(lines[memberId])])) };
}

/** How the lines stand to the number of ballots: each ballot has one grade for everybody but its voter. */
export function totalsTyped({ ballots, counts }: PaperTally): { typed: number; most: number } {
  const lines = Object.values(counts);
  return { typed: lines.reduce((sum, line) => sum + countOf(line), 0), most: ballots * Math.max(0, lines.length - 1) };
}

export interface Totals {
  /** Beside a button, where there is little room. */
  readonly short: string;
  readonly words: string;
  readonly tone: 'plain' | 'amber' | 'green';
}

/** What the totals say while counts are typed: whether it adds up, and what there is to look for. */
export function totalsInChinese(tally: PaperTally): Totals {
  const { typed, most } = totalsTyped(tally);
  if (tally.ballots === 0) return { short: '先填箱里有几张票', words: '先填箱里有几张票', tone: 'plain' };
  const sum = `应有${most}个圈，录了${typed}个`;
  const words = `${tally.ballots}张票，每张评${Object.keys(tally.counts).length - 1}人，${sum}`;
  if (typed === most) return { short: `${sum}，对得上`, words: `${words}，对得上`, tone: 'green' };
  if (typed > most) return { short: `${sum}，多了${typed - most}个`, words: `${words}，多了${typed - most}个，请核对`, tone: 'amber' };
  return { short: sum, words: `${words}，还差${most - typed}个。有人空着没评，差几个也可以`, tone: 'plain' };
}

/** Said to whoever hands out paper while so few are out that a line of the counts would be somebody's vote. Null where they are enough. */
export function fewPaperWarning(handed: number): string | null {
  if (handed === 0 || handed >= leastPaper) return null;
  return `只发出${handed}张，组长看着发的，一数就知道是谁评的。再发${leastPaper - handed}张就好，组长自己也可以领一张。不再发，就封好交到镇上，由镇里两个人录`;
}
