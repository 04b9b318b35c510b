import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import type { ObjectionAbout, ObjectionState } from '@weidangxiao/shared/rules/objection.ts';
import type { PublicationKind } from '@weidangxiao/shared/rules/publication.ts';
import { newId } from '@/platform/ids';
import { useKept } from '@/platform/kept';
import { call } from '@/platform/request';
import { useSession } from '@/platform/session';
import { type Stored, useStored } from '@/platform/stored';

export type Objection = Answer<'listMyObjections'>['items'][number];

/** The sheet that is objected to. */
export interface Sheet {
  readonly kind: PublicationKind;
  readonly period: string;
}

/** So many of the newest: nobody has more about sheets that are still looked at. */
const most = 50;

/** One's own, the newest first. */
export function useMyObjections(): Stored<Answer<'listMyObjections'>> {
  const member = useSession(({ caller }) => caller?.member?.id ?? null);
  return useStored(member && 'my-objections', () => call('listMyObjections', { query: { pageSize: most } }));
}

export function ofSheet(items: readonly Objection[], { kind, period }: Sheet): readonly Objection[] {
  return items.filter((one) => one.kind === kind && one.period === period);
}

interface Draft {
  readonly about: ObjectionAbout | null;
  readonly text: string;
  /** Sent again it is the same one. */
  readonly clientId: string;
}

const empty: Draft = { about: null, text: '', clientId: '' };

interface Raising {
  readonly draft: Draft;
  readonly change: (part: Partial<Omit<Draft, 'clientId'>>) => void;
  /** @throws CallFailure, and the draft stays as it is */
  readonly raise: () => Promise<void>;
}

/** Stays on this phone until the server has it. Other words after a try that failed are another objection. */
export function useObjectionDraft({ kind, period }: Sheet, about: ObjectionAbout | null): Raising {
  const [kept, keep] = useKept<Draft>(`objection/${kind}/${period}`, empty);
  const draft = about === null || about === kept.about ? kept : { ...kept, about, clientId: newId() };
  const change = (part: Partial<Draft>) => keep({ ...draft, ...part, clientId: newId() });
  const raise = async () => {
    if (!draft.about) throw new Error('an objection is about something');
    await call('createObjection', { body: { clientId: draft.clientId, kind, period, about: draft.about, text: draft.text.trim() } });
    keep(null);
  };
  return { draft, change, raise };
}

/** What it means for whoever raised it. */
export const stateWords: Readonly<Record<ObjectionState, string>> = {
  open: '等三位同志答复',
  signing: '等三位同志答复',
  answered: '答复了',
  contested: '等三位别的同志复议',
  resigning: '等三位别的同志复议',
  final: '复议定了',
  withdrawn: '已撤回',
};
