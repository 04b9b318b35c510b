import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import { call } from '../../platform/request.ts';
import { useLoaded } from '../../platform/use-loaded.ts';

type Tag = Answer<'listTags'>['tags'][number];

/** The five kinds of people and the town's own words; empty until they are there. */
export function useTags(): Tag[] {
  return useLoaded('tags', () => call('listTags', {})).data?.tags ?? [];
}
