import { type ObjectionAbout } from '@weidangxiao/shared/rules/objection.ts';
import { objectionAboutName } from '@weidangxiao/shared/rules/objection-words.ts';
import { type PropsWithChildren, type ReactNode, useMemo } from 'react';
import { say } from '@/platform/navigation';
import { type LineObjections, LineObjectionsContext } from '../objections/line-objection';
import { ObjectSheet } from '../objections/ObjectSheet';
import { ofSheet, useMyObjections } from '../objections/objections';
import { OwnObjections } from '../objections/OwnObjections';
import type { Receipt } from './receipts';

export interface ReceiptObjecting {
  /** Opens the sheet; without a line it asks for one. Null while nothing can be objected to. */
  readonly object: ((about: ObjectionAbout | null) => void) | null;
  readonly lines: LineObjections | null;
  readonly own: ReactNode;
}

/** Objections to one's own published month. @param over puts a sheet over the page */
export function useReceiptObjecting(receipt: Receipt | null, over: (sheet: ReactNode) => void): ReceiptObjecting {
  const objections = useMyObjections();
  const sheet = { kind: 'month', period: receipt?.month ?? '' } as const;
  const items = ofSheet(objections.value?.items ?? [], sheet);
  const onShow = Boolean(receipt?.published && !receipt.published.locked);
  const names = namesOf(receipt);
  const nameOf = (about: ObjectionAbout) => names.find(({ value }) => value === about)?.name ?? objectionAboutName(about);
  const close = () => over(null);
  const done = () => {
    close();
    say('收到了。这一项先不定，答复会告诉你');
    objections.reload();
  };
  const object = (about: ObjectionAbout | null) => over(<ObjectSheet sheet={sheet} about={about} lines={names} onDone={done} onClose={close} />);
  const frozen = new Set(items.filter((one) => one.frozen).map(({ about }) => about));
  return {
    object: onShow ? object : null,
    lines: onShow ? { object, frozen } : null,
    own: <OwnObjections items={items} nameOf={nameOf} onChanged={objections.reload} over={over} />,
  };
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
