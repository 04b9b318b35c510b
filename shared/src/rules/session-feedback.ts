export const usefulness = ['yes', 'partly', 'no'] as const;
export type Usefulness = (typeof usefulness)[number];

export const usefulnessNames: Readonly<Record<Usefulness, string>> = { yes: '有用', partly: '有一点', no: '用不上' };

/** Below this many answers nothing is shown: everybody could guess who said what. */
export const fewestShown = 5;

export interface FeedbackCount {
  readonly useful: Usefulness;
  readonly more: boolean;
  readonly count: number;
}

export interface FeedbackSum {
  /** '不到5人' or '12人'. */
  readonly answers: string;
  /** Null while there are fewer answers than may be shown. */
  readonly useful: Readonly<Record<Usefulness, number>> | null;
  /** How many would like more of it. */
  readonly more: number | null;
}

/** Counts of answers as the group's leader and the town see them; never who gave them. */
export function sumFeedback(counts: readonly FeedbackCount[]): FeedbackSum {
  const sum = (of: (count: FeedbackCount) => boolean): number => counts.filter(of).reduce((total, { count }) => total + count, 0);
  const total = sum(() => true);
  if (total < fewestShown) return { answers: `不到${fewestShown}人`, useful: null, more: null };
  return {
    answers: `${total}人`,
    useful: { yes: sum(({ useful }) => useful === 'yes'), partly: sum(({ useful }) => useful === 'partly'), no: sum(({ useful }) => useful === 'no') },
    more: sum(({ more }) => more),
  };
}
