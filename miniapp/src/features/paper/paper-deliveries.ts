import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import type { BusinessDate } from '@weidangxiao/shared/rules/week.ts';
import { type Outcome, send, useOutbox, type Waiting } from '@/platform/outbox';
import { call } from '@/platform/request';
import { type Stored, useStored } from '@/platform/stored';
import { useReloadOnceSent } from '../groups/group-week';

type Deliveries = Answer<'listPaperDeliveries'>;
export type PaperDelivery = Deliveries['items'][number];
export interface Ticked extends PaperDelivery {
  readonly handedOver: boolean;
  /** The tick is on this phone, not yet with the server. */
  readonly waiting: boolean;
}

/** The sheets that a Monday brings to those who read on paper, of all groups that this person leads. */
export function usePaperDeliveries(monday: BusinessDate | null): Stored<Deliveries> {
  const stored = useStored(monday ? `paper-deliveries/${monday}` : null, () => call('listPaperDeliveries', { query: { monday: monday ?? '', pageSize: 100 } }));
  useReloadOnceSent(['tickPaperDelivery'], stored.reload);
  return stored;
}

/** Those of one group, each as this phone has last ticked it. */
export function useTicked(deliveries: Deliveries | null, groupName: string): readonly Ticked[] {
  const outbox = useOutbox(({ items }) => items);
  return (deliveries?.items ?? []).filter((one) => one.groupName === groupName).map((one) => withTick(one, outbox));
}

export function tick({ id, member }: PaperDelivery, handedOver: boolean): Promise<Outcome<'tickPaperDelivery'>> {
  return send('tickPaperDelivery', { params: { id }, body: { handedOver } }, { label: `${member.name}的学习单` });
}

function withTick(one: PaperDelivery, outbox: readonly Waiting[]): Ticked {
  const last = outbox.filter(({ route, request, refused }) => route === 'tickPaperDelivery' && !refused && (request.params as { id: string }).id === one.id).at(-1);
  return { ...one, handedOver: last ? last.request.body['handedOver'] === true : one.handedOverAt !== null, waiting: last?.failed ?? false };
}
