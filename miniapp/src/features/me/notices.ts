import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import { useState } from 'react';
import { open } from '@/platform/navigation';
import { type Paged, usePaged } from '@/platform/paged';
import { call } from '@/platform/request';
import { useSession } from '@/platform/session';
import { placeOf } from './notice-place';

type Page = Answer<'listNotices'>;
export type Notice = Page['items'][number];

export interface OwnNotices extends Paged<Notice, Page> {
  /** Seen on this phone a moment ago, before the server has said so too. */
  readonly seen: ReadonlySet<string>;
  readonly see: (notices: readonly Notice[]) => void;
}

/** What the town has told this member, the latest first; the first page is the one that the home page shows from. */
export function useOwnNotices(): OwnNotices {
  const member = useSession(({ caller }) => caller?.member?.id ?? null);
  const paged = usePaged<Notice, Page>(member ? 'notices' : null, (page) => call('listNotices', { query: { page, pageSize: 20 } }));
  const [seen, setSeen] = useState<ReadonlySet<string>>(new Set());
  const see = (notices: readonly Notice[]) => {
    const unseen = notices.filter(({ id, readAt }) => readAt === null && !seen.has(id));
    if (unseen.length === 0) return;
    setSeen(new Set([...seen, ...unseen.map(({ id }) => id)]));
    // A courtesy: without a network it stays new until next time.
    void Promise.all(unseen.map(({ id }) => call('readNotice', { params: { id } }))).then(paged.first.reload, () => undefined);
  };
  return { ...paged, seen, see };
}

/** Opens what a notice is about. */
export function openNotice({ link }: Pick<Notice, 'link'>): void {
  const place = placeOf(link, useSession.getState().caller?.roles ?? []);
  if (place.at === 'phone') open(place.page, place.query);
}
