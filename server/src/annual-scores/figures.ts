import type { Grade } from '@weidangxiao/shared/rules/assessment/rubric.ts';
import { figureOf } from '@weidangxiao/shared/rules/score-entry.ts';

/** '85.71' is 8571; null stays null. */
export function hundredths(figure: string | null): number | null {
  return figure === null ? null : Number(figure.replace('.', ''));
}

/** A line's result as it leaves. */
export function resultOf({ t, performance, grade }: { readonly t: number | null; readonly performance: number | null; readonly grade: Grade | null }): { T: string | null; performance: string | null; grade: Grade | null } {
  return { T: figureOf(t), performance: figureOf(performance), grade };
}
