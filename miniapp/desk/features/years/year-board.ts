import type { Answer } from '@weidangxiao/shared/contract/all.ts';

export type Board = Answer<'getAssessmentYear'>;

/** 10.00 is said as 10. */
export const short = (figure: string): string => String(Number(figure));
