import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import type { ThemeState } from '@weidangxiao/shared/rules/theme.ts';
import type { Tone } from '../../components/chip.tsx';

export type Theme = Answer<'getTheme'>;
export type PlannedMonday = Answer<'listThemes'>['mondays'][number];

export const themeTones: Readonly<Record<ThemeState, Tone>> = { draft: 'line', in_review: 'amber', scheduled: 'blue', sent: 'green', missed: 'amber' };
