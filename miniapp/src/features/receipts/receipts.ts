import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import { businessDate, monthOf } from '@weidangxiao/shared/rules/week.ts';
import type { Furrow } from '@/components/Furrows';
import { businessNow } from '@/platform/clock';
import { call } from '@/platform/request';
import { useSession } from '@/platform/session';
import { type Stored, useStored } from '@/platform/stored';

export type Receipt = Answer<'getMyReceipt'>;
export type ReceiptLine = Receipt['lines'][number];

const shortNames: Readonly<Record<ReceiptLine['dimension'], string>> = { centralized: '集中', group: '研讨', night: '夜校', selfStudy: '自学', practice: '实践' };

/** One's own month, or that of the member whose id is given (for those who may read it). */
export function useReceipt(month: string, memberId: string | null = null): Stored<Receipt> {
  const mine = useSession(({ caller }) => caller?.member?.id ?? null);
  const key = mine === null ? null : `receipt/${memberId ? `${memberId}/` : ''}${month}`;
  return useStored(key, () => (memberId ? call('getMemberReceipt', { params: { id: memberId, month } }) : call('getMyReceipt', { params: { month } })));
}

export function thisMonth(): string {
  return monthOf(businessDate(businessNow()));
}

export function furrowOf({ dimension, earned, max, offered }: ReceiptLine): Furrow {
  return { name: shortNames[dimension], earned: Number(earned), max: Number(max), offered };
}

/** "15.00" is read as 15. */
export function short(figure: string): string {
  return String(Number(figure));
}
