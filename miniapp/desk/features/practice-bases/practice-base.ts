import type { Answer } from '@weidangxiao/shared/contract/all.ts';

export type PracticeBase = Answer<'listPracticeBases'>['items'][number];
