import { mostMark, mostOpeningHours } from '@weidangxiao/shared/rules/opening-entry.ts';
import { periodInChinese } from '@weidangxiao/shared/rules/paperwork.ts';
import { figureFault } from '@weidangxiao/shared/rules/score-entry.ts';
import { useMemo, useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Check, SelectField, TextField } from '../../components/field.tsx';
import { Cell, FormGrid } from '../../components/form-grid.tsx';
import { FailureNote } from '../../components/states.tsx';
import { clientId } from '../../platform/client-id.ts';
import { blameOn } from '../../platform/failure.ts';
import { call } from '../../platform/request.ts';
import { useAct } from '../../platform/use-act.ts';
import { MemberPicker, type Picked } from '../members/member-picker.tsx';

interface Props {
  year: string;
  onClose: () => void;
  onDone: (said: string) => void;
}

/** One month's M, a month that was not rated, or the year's hours, of one person. */
export function OpeningDialog({ year, onClose, onDone }: Props) {
  const id = useMemo(clientId, []);
  const [member, setMember] = useState<Picked | null>(null);
  const [draft, setDraft] = useState({ period: `${year}-01`, figure: '', unrated: false, evidence: '' });
  const act = useAct();
  const set = (part: Partial<typeof draft>): void => setDraft({ ...draft, ...part });
  const isHours = draft.period === year;
  const unrated = draft.unrated && !isHours;
  const fault = unrated || draft.figure === '' ? null : figureFault(draft.figure, isHours ? mostOpeningHours : mostMark);
  const ready = member !== null && fault === null && (unrated || draft.figure.trim() !== '') && draft.evidence.trim() !== '';
  const save = async (): Promise<void> => {
    if (!ready) return;
    const told = { clientId: id, memberId: member.memberId, evidence: draft.evidence.trim() };
    const figure = draft.figure.trim();
    const body = isHours ? { kind: 'hours' as const, year, hours: figure, ...told } : { kind: 'month' as const, month: draft.period, m: unrated ? null : figure, ...told };
    if (await act.run(() => call('createOpeningEntry', { body }))) onDone(`${member.name}${periodInChinese(draft.period)}的期初数记上了`);
  };
  const wrong = (field: string): string | null => blameOn(act.failure, field);
  const actions = (
    <>
      <Button onClick={onClose}>先不</Button>
      <Button kind="primary" type="submit" busy={act.busy} disabled={!ready}>记上</Button>
    </>
  );
  return (
    <Dialog title={`录一条期初数，${year}年`} onClose={onClose} actions={actions} unsaved={member !== null || draft.evidence !== ''} onSubmit={() => void save()}>
      <FormGrid>
        <Cell><MemberPicker label="谁" value={member} onPick={setMember} />{wrong('memberId') ? <p className="amber note-size" role="alert">{wrong('memberId')}</p> : null}</Cell>
        <Cell part="half"><SelectField label="哪一期" choices={periodsOf(year)} value={draft.period} error={wrong('month')} onChange={(event) => set({ period: event.target.value })} /></Cell>
        <Cell part="half"><TextField label={isHours ? '学时' : '公示的得分'} inputMode="decimal" placeholder={isHours ? '28.5' : '86.20'} maxLength={8} disabled={unrated} value={unrated ? '' : draft.figure} error={fault ?? wrong('m') ?? wrong('hours')} onChange={(event) => set({ figure: event.target.value })} /></Cell>
        {isHours ? null : <Cell><Check label="这个月没有评" checked={draft.unrated} onChange={(on) => set({ unrated: on })} /></Cell>}
        <Cell><TextField label="依据" maxLength={200} placeholder="2026年3月公示表，镇党建办存" value={draft.evidence} onChange={(event) => set({ evidence: event.target.value })} /></Cell>
      </FormGrid>
      <FailureNote failure={act.failure} placed={['memberId', 'month', 'm', 'hours']} />
    </Dialog>
  );
}

function periodsOf(year: string): { value: string; label: string }[] {
  const months = Array.from({ length: 12 }, (_, at) => `${year}-${String(at + 1).padStart(2, '0')}`);
  return [...months.map((value) => ({ value, label: periodInChinese(value) })), { value: year, label: '全年的学时' }];
}
