import type { Answer } from '@weidangxiao/shared/contract/all.ts';

export type Exemption = Answer<'listExemptions'>['items'][number];
