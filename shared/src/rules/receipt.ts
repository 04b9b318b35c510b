import type { MonthFacts } from './assessment/facts.ts';
import { figure, monthlyScore } from './assessment/monthly.ts';
import { type DimensionKey, dimensionKeys, type Rubric } from './assessment/rubric.ts';
import type { ExemptShare } from './exemption.ts';
import { compare, type Fraction, subtract, sum, toTwoPlaces, zero } from './fraction.ts';
import { adjustmentsOf, type Adjustment } from './receipt/adjustments.ts';
import { plain } from './receipt/figures.ts';
import { type GivenPoints, givenPoints, type PointEntry } from './receipt/given-points.ts';
import { formulaOf } from './receipt/formulas.ts';
import { spokenReceipt } from './receipt/spoken.ts';
import type { MonthEvent } from './self-study.ts';

export interface ReceiptFacts {
  readonly month: string;
  readonly ended: boolean;
  /** A month that is wholly exempt is not rated, whatever was done in it; `none` unless told. */
  readonly exempt?: ExemptShare;
  readonly facts: MonthFacts;
  /** The same month once everything that still can be done is done. */
  readonly best: MonthFacts;
  readonly events: Partial<Record<DimensionKey, readonly MonthEvent[]>>;
  /** Bonus and deduction with their reasons; where they are named, the facts' own are left aside. */
  readonly entries?: readonly PointEntry[];
  /** What still can be done, in words. */
  readonly hints: Partial<Record<DimensionKey, readonly string[]>>;
}

export interface ReceiptLine {
  readonly dimension: DimensionKey;
  readonly label: string;
  readonly offered: boolean;
  readonly earned: string;
  readonly max: string;
  readonly formula: string | null;
  readonly stillPossible: string | null;
  readonly events: MonthEvent[];
}

export interface Receipt {
  readonly rubricVersion: string;
  /** The sum of the lines as they are printed. */
  readonly sumEarned: string;
  readonly sumMax: string;
  /** sumEarned and the adjustments together, to the hundredth; null for a month that is not rated. */
  readonly S: string | null;
  readonly mostStill: string;
  readonly spoken: string;
  readonly lines: ReceiptLine[];
  readonly adjustments: Adjustment[];
  /** Behind the adjustments of bonus and deduction: every entry with its reason. */
  readonly given: GivenPoints[];
}

/**
 * Every point of one member's month with its reason. The printed lines add up to the printed sum, always, and the sum
 * with the adjustments to S.
 * @throws FactsError that names the field
 */
export function receiptOf(rubric: Rubric, told: ReceiptFacts): Receipt {
  const month = told.exempt === 'whole' ? { ...told, facts: {}, best: {}, hints: {} } : withEntries(told);
  const score = monthlyScore(rubric, month.facts);
  const earned = new Map(score.lines.map((line) => [line.dimension, figure(line.earned)]));
  const best = new Map(monthlyScore(rubric, month.best).lines.map((line) => [line.dimension, figure(line.earned)]));
  const lines = dimensionKeys.map((dimension) => lineOf(rubric, month, dimension, earned.get(dimension), best.get(dimension) ?? zero));
  const sumEarned = sum([...earned.values()]);
  const sumMax = sum(score.lines.map(({ max }) => figure(max)));
  const totals = {
    rubricVersion: rubric.version,
    sumEarned: toTwoPlaces(sumEarned),
    sumMax: plain(sumMax),
    S: score.S,
    mostStill: toTwoPlaces(stillBetween(sumEarned, sum([...best.values()]))),
    lines,
    adjustments: adjustmentsOf(rubric, month.facts, { S: score.S, sumEarned, sumMax }),
    given: givenPoints(rubric, month.entries ?? [], { isRated: score.S !== null, ended: month.ended }),
  };
  return { ...totals, spoken: spokenReceipt({ ...month, ...totals }) };
}

/** One source: the score is made of the very entries that are shown. */
function withEntries(month: ReceiptFacts): ReceiptFacts {
  if (!month.entries) return month;
  const ofKind = (wanted: PointEntry['kind']): string[] => (month.entries ?? []).filter(({ kind }) => kind === wanted).map(({ points }) => points);
  const points = { bonus: ofKind('bonus'), deductions: ofKind('deduction') };
  return { ...month, facts: { ...month.facts, ...points }, best: { ...month.best, ...points } };
}

function lineOf(rubric: Rubric, month: ReceiptFacts, dimension: DimensionKey, earned: Fraction | undefined, best: Fraction): ReceiptLine {
  const still = stillBetween(earned ?? zero, best);
  const hints = month.hints[dimension] ?? [];
  return {
    dimension,
    label: rubric.labels[dimension],
    offered: earned !== undefined,
    earned: toTwoPlaces(earned ?? zero),
    max: rubric.max[dimension],
    formula: earned === undefined ? null : formulaOf(rubric, month.facts, dimension, earned),
    stillPossible: compare(still, zero) > 0 ? [...hints, `最多还能记${plain(still)}分`].join('，') : null,
    events: [...(month.events[dimension] ?? [])].sort((a, b) => a.date.localeCompare(b.date)),
  };
}

function stillBetween(earned: Fraction, best: Fraction): Fraction {
  return compare(best, earned) > 0 ? subtract(best, earned) : zero;
}
