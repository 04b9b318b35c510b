import { type ObjectionAbout } from '@weidangxiao/shared/rules/objection.ts';
import { objectionAboutName } from '@weidangxiao/shared/rules/objection-words.ts';
import { type PropsWithChildren, type ReactNode, useMemo } from 'react';
import { type LineObjections, LineObjectionsContext } from '../objections/line-objection';
import { type Objecting, useObjecting } from '../objections/objecting';
import type { Receipt } from './receipts';

/** Objections to one's own published month. @param over puts a sheet over the page */
export function useReceiptObjecting(receipt: Receipt | null, over: (sheet: ReactNode) => void): Objecting {
  const onShow = Boolean(receipt?.published && !receipt.published.locked);
  return useObjecting({ sheet: { kind: 'month', period: receipt?.month ?? '' }, lines: namesOf(receipt), onShow }, over);
}

/** Lines inside may be objected to. */
export function Objectable({ lines, children }: PropsWithChildren<{ lines: LineObjections | null }>) {
  const value = useMemo(() => lines, [lines]);
  return <LineObjectionsContext.Provider value={value}>{children}</LineObjectionsContext.Provider>;
}

/** What can be objected to: the month's own lines by their labels, then the rest. */
function namesOf(receipt: Receipt | null): { value: ObjectionAbout; name: string }[] {
  const lines = (receipt?.lines ?? []).map(({ dimension, label }) => ({ value: dimension, name: label }));
  return [...lines, ...(['bonus', 'deduction', 'vote', 'whole'] as const).map((value) => ({ value, name: objectionAboutName(value) }))];
}
