import { useEffect } from 'react';
import { call } from '@/platform/request';
import { ownerOf, useSession } from '@/platform/session';

const told = new Set<string>();

/** A member has opened a week: its message in the inbox is read. Quiet, and once; a courtesy that nothing waits for. */
export function useReadDelivery(monday: string | null): void {
  const owner = useSession((session) => (session.caller?.member ? ownerOf(session) : null));
  useEffect(() => {
    const key = `${owner}/${monday}`;
    if (!owner || !monday || told.has(key)) return;
    told.add(key);
    markRead(monday).catch(() => told.delete(key));
  }, [owner, monday]);
}

async function markRead(monday: string): Promise<void> {
  const { items } = await call('listMyDeliveries', { query: { pageSize: 100 } });
  const unread = items.find((delivery) => delivery.monday === monday && delivery.readAt === null);
  if (unread) await call('readDelivery', { params: { id: unread.id } });
}
