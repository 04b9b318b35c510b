import { useOutbox, type Repeatable, type Waiting } from '@/platform/outbox';

/** A record of this route about this session that the server refused; still on this phone with its reason. */
export function useRefused(route: Repeatable, sessionId: string): Waiting | null {
  return useOutbox(({ items }) => items.find((item) => item.route === route && item.refused !== null && (item.request.params as { id: string }).id === sessionId) ?? null);
}
