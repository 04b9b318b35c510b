import type { Demo, SandboxUser } from '../support/demo';

interface Line {
  readonly dimension: string;
  readonly earned: string;
  readonly formula: string | null;
  readonly events: readonly { readonly date: string; readonly title: string; readonly evidence: string; readonly effect: string }[];
}
export interface Receipt {
  readonly sumEarned: string;
  readonly lines: readonly Line[];
}

/** A member's month of that day, as the server has it. */
export async function receiptOf(demo: Demo, user: SandboxUser, date: string): Promise<Receipt> {
  return demo.call<Receipt>('GET', `/api/my/receipts/${date.slice(0, 7)}`, { token: await demo.tokenOf(user) });
}

export function selfStudyOf({ lines }: Receipt): Line {
  const line = lines.find(({ dimension }) => dimension === 'selfStudy');
  if (!line) throw new Error('the receipt has no self-study');
  return line;
}
