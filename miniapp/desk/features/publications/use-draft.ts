import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import type { MonthStage } from '@weidangxiao/shared/rules/assessment-month.ts';
import { call } from '../../platform/request.ts';
import { useReach } from '../../platform/session.ts';
import { type Loaded, useLoaded } from '../../platform/use-loaded.ts';
import { useReloadOnJump } from '../../platform/use-reload-on-jump.ts';

export type Draft = Answer<'getPublicationDraft'>;

/** From here on there are results to look at. */
const withResults: readonly MonthStage[] = ['committee', 'publication', 'locked'];

/** A month's results, for the committee, once the vote is over; null for everybody else and before. */
export function useDraft(month: string, stage: MonthStage | undefined): Loaded<Draft> | null {
  const reads = useReach('publications.draft') === 'town';
  const shown = reads && stage !== undefined && withResults.includes(stage);
  const loaded = useLoaded(shown ? `${month} ${stage}` : null, () => call('getPublicationDraft', { params: { month } }));
  useReloadOnJump(loaded);
  return shown ? loaded : null;
}
