import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import { addsUp } from '../receipts/adds-up';

/** The month in a line; nothing while its lines do not add up. */
export function adds(receipt: Answer<'getMyReceipt'> | null): string | undefined {
  if (!receipt) return undefined;
  return addsUp(receipt) ? `已记${Number(receipt.sumEarned)}分，每一分都有来处` : '正在核对';
}
