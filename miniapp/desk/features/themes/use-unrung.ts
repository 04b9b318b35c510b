import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import { useRef } from 'react';
import { call } from '../../platform/request.ts';
import { type Loaded, useLoaded } from '../../platform/use-loaded.ts';
import type { Why } from './push-words.ts';

export type UnrungGroup = Answer<'listUnrung'>['groups'][number];

/** An empty word asks for all. */
export interface UnrungFilter {
  readonly groupId: string;
  readonly why: Why | '';
  readonly page: number;
}

const pageSize = 30;

/** Whom no doorbell reached, a page at a time. The groups stay while another page is on its way, so that what was chosen stands. */
export function useUnrung(monday: string, { groupId, why, page }: UnrungFilter): { loaded: Loaded<Answer<'listUnrung'>>; groups: readonly UnrungGroup[] } {
  const query = { page, pageSize, groupId: groupId || undefined, why: why || undefined };
  const loaded = useLoaded(JSON.stringify([monday, query]), () => call('listUnrung', { params: { monday }, query }));
  const groups = useRef<readonly UnrungGroup[]>([]);
  if (loaded.data) groups.current = loaded.data.groups;
  return { loaded, groups: groups.current };
}
