import type { ObjectionAbout } from '@weidangxiao/shared/rules/objection.ts';
import { objectionAboutName } from '@weidangxiao/shared/rules/objection-words.ts';
import type { ReactNode } from 'react';
import { say } from '@/platform/navigation';
import type { LineObjections } from './line-objection';
import { ObjectSheet } from './ObjectSheet';
import { ofSheet, type Sheet, useMyObjections } from './objections';
import { OwnObjections } from './OwnObjections';

export interface Objectionable {
  readonly sheet: Sheet;
  /** What can be objected to, as the page calls it. */
  readonly lines: readonly { readonly value: ObjectionAbout; readonly name: string }[];
  /** Until it is locked. What was objected to stays to be read. */
  readonly onShow: boolean;
}

export interface Objecting {
  /** Opens the sheet; without a line it asks for one where there are several. Null while nothing can be objected to. */
  readonly object: ((about: ObjectionAbout | null) => void) | null;
  readonly lines: LineObjections | null;
  readonly own: ReactNode;
}

/** Objections to a published sheet of one's own. @param over puts a sheet over the page */
export function useObjecting({ sheet, lines, onShow }: Objectionable, over: (sheet: ReactNode) => void): Objecting {
  const objections = useMyObjections();
  const items = ofSheet(objections.value?.items ?? [], sheet);
  const only = lines.length === 1 ? (lines[0]?.value ?? null) : null;
  const nameOf = (about: ObjectionAbout) => lines.find(({ value }) => value === about)?.name ?? objectionAboutName(about);
  const close = () => over(null);
  const done = () => {
    close();
    say('收到了。这一项先不定，答复会告诉你');
    objections.reload();
  };
  const object = (about: ObjectionAbout | null) => over(<ObjectSheet sheet={sheet} about={about ?? only} lines={lines} onDone={done} onClose={close} />);
  const frozen = new Set(items.filter((one) => one.frozen).map(({ about }) => about));
  return {
    object: onShow ? object : null,
    lines: onShow ? { object, frozen } : null,
    own: <OwnObjections items={items} nameOf={nameOf} onChanged={objections.reload} over={over} />,
  };
}
