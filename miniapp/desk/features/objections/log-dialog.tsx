import { aboutsOf, type ObjectionAbout, type ObjectionWay, objectionWayNames } from '@weidangxiao/shared/rules/objection.ts';
import { objectionAboutName } from '@weidangxiao/shared/rules/objection-words.ts';
import { periodInChinese } from '@weidangxiao/shared/rules/paperwork.ts';
import { useMemo, useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { SelectField, TextArea } from '../../components/field.tsx';
import { Radios } from '../../components/fieldset.tsx';
import { FailureNote, Note, Ready } from '../../components/states.tsx';
import { say } from '../../components/toast.tsx';
import { clientId } from '../../platform/client-id.ts';
import { call } from '../../platform/request.ts';
import { useAct } from '../../platform/use-act.ts';
import { useLoaded } from '../../platform/use-loaded.ts';
import { MemberPicker, type Picked } from '../members/member-picker.tsx';

type Way = Exclude<ObjectionWay, 'app'>;
const ways = (['paper', 'spoken'] as const).map((value) => ({ value, label: objectionWayNames[value] }));

/** What somebody handed in or said, in their words. Whoever writes it down is none of the three who answer. */
export function LogDialog({ onClose, onDone }: { onClose: () => void; onDone: () => void }) {
  const shown = useLoaded('on show', async () => (await call('listPublications', { query: { pageSize: 20 } })).items.filter(({ state }) => state === 'on_show'));
  return (
    <Ready of={shown} lines={1}>
      {(sheets) => (sheets.length === 0 ? <NothingOnShow onClose={onClose} /> : <Form sheets={sheets} onClose={onClose} onDone={onDone} />)}
    </Ready>
  );
}

function NothingOnShow({ onClose }: { onClose: () => void }) {
  return (
    <Dialog title="代记异议" onClose={onClose} actions={<Button onClick={onClose}>知道了</Button>}>
      <Note>现在没有正在公示的结果。公示期间可以提异议；锁定以后记录有误的，由评定委员会更正，另记一笔。</Note>
    </Dialog>
  );
}

interface Sheet {
  kind: 'month' | 'year';
  period: string;
}

function Form({ sheets, onClose, onDone }: { sheets: readonly Sheet[]; onClose: () => void; onDone: () => void }) {
  const id = useMemo(clientId, []);
  const [member, setMember] = useState<Picked | null>(null);
  const [draft, setDraft] = useState<{ sheet: string; about: ObjectionAbout; way: Way; text: string }>({ sheet: keyOf(sheets[0]), about: 'whole', way: 'spoken', text: '' });
  const act = useAct();
  const set = (part: Partial<typeof draft>): void => setDraft({ ...draft, ...part });
  const sheet = sheets.find((one) => keyOf(one) === draft.sheet);
  const abouts = aboutsOf(sheet?.kind ?? 'month').map((value) => ({ value, label: objectionAboutName(value) }));
  const ready = member !== null && sheet !== undefined && draft.text.trim() !== '';
  const send = async (): Promise<void> => {
    if (!ready) return;
    const body = { clientId: id, memberId: member.memberId, kind: sheet.kind, period: sheet.period, about: draft.about, way: draft.way, text: draft.text.trim() };
    if (!(await act.run(() => call('logObjection', { body })))) return;
    say(`${member.name}的异议记下了`);
    onDone();
  };
  const actions = (
    <>
      <Button onClick={onClose}>先不</Button>
      <Button kind="primary" type="submit" busy={act.busy} disabled={!ready}>记下</Button>
    </>
  );
  return (
    <Dialog title="代记异议" onClose={onClose} actions={actions} unsaved={draft.text !== ''} onSubmit={() => void send()}>
      <p className="minor">照本人的原话记。代记的人不参加答复。</p>
      <MemberPicker label="谁提的" value={member} onPick={setMember} />
      {sheets.length > 1 ? <SelectField label="对哪次公示" choices={sheets.map((one) => ({ value: keyOf(one), label: periodInChinese(one.period) }))} value={draft.sheet} onChange={(event) => set({ sheet: event.target.value, about: 'whole' })} /> : <p className="minor">对{periodInChinese(sheet?.period ?? '')}的公示</p>}
      {abouts.length > 1 && <SelectField label="对哪一项" choices={abouts} value={draft.about} onChange={(event) => set({ about: event.target.value as ObjectionAbout })} />}
      <Radios label="怎么提的" choices={ways} value={draft.way} onPick={(way) => set({ way: way as Way })} />
      <TextArea label="本人怎么说" rows={4} maxLength={500} value={draft.text} onChange={(event) => set({ text: event.target.value })} />
      <FailureNote failure={act.failure} />
    </Dialog>
  );
}

const keyOf = (sheet: Sheet | undefined): string => (sheet ? `${sheet.kind} ${sheet.period}` : '');
