import type { Request } from '@weidangxiao/shared/contract/all.ts';
import { periodInChinese } from '@weidangxiao/shared/rules/paperwork.ts';
import { pointKinds, pointsFault, resultsFault, scoreEntryKindNames } from '@weidangxiao/shared/rules/score-entry.ts';
import { type ReactNode, useMemo, useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { SelectField, TextArea, TextField } from '../../components/field.tsx';
import { Cell, FormGrid } from '../../components/form-grid.tsx';
import { FailureNote, Note } from '../../components/states.tsx';
import { clientId } from '../../platform/client-id.ts';
import { today } from '../../platform/clock.ts';
import { blameOn } from '../../platform/failure.ts';
import { call } from '../../platform/request.ts';
import { useAct } from '../../platform/use-act.ts';
import { MemberPicker, type Picked } from '../members/member-picker.tsx';
import { FileField } from './file-field.tsx';
import { entryText, type ScoreEntries, type Show } from './score-entry-words.ts';

type Body = Request<'createScoreEntry'>['body'];

interface Props {
  show: Show;
  period: string;
  caps: ScoreEntries['caps'];
  about: Picked | null;
  onClose: () => void;
  onDone: (said: string) => void;
}

interface Draft {
  kind: 'bonus' | 'deduction';
  points: string;
  on: string;
  reason: string;
  evidence: string;
  talkedBy: string;
  fileId: string | null;
}

const words: Readonly<Record<Show, { title: string; yes: string; reason: string; evidence: string; example: string; on: string }>> = {
  points: { title: '录加分或扣分', yes: '记上', reason: '为什么，本人会看到', evidence: '依据', example: '村务公开栏的照片，会议记录', on: '哪天的事' },
  results: { title: '录一年的成果', yes: '记上', reason: '什么成果', evidence: '依据', example: '表彰文件的名称和文号', on: '哪天的事' },
  talk: { title: '登记差评谈话', yes: '登记', reason: '为什么是“差”', evidence: '签过字的谈话记录放在哪里', example: '镇党建办档案柜，2026年第3盒', on: '哪天谈的' },
};

/** One entry with all that it needs; what a month takes of all of them is said before anything is typed. */
export function EntryDialog({ show, period, caps, about, onClose, onDone }: Props) {
  const id = useMemo(clientId, []);
  const [member, setMember] = useState<Picked | null>(about);
  const [draft, setDraft] = useState<Draft>({ kind: 'bonus', points: '', on: firstDay(show, period), reason: '', evidence: '', talkedBy: '', fileId: null });
  const act = useAct();
  const set = (part: Partial<Draft>): void => setDraft((old) => ({ ...old, ...part }));
  const fault = show === 'talk' || draft.points === '' ? null : (show === 'results' ? resultsFault : pointsFault)(draft.points);
  const ready = member !== null && fault === null && (show === 'talk' ? draft.talkedBy.trim() : draft.points.trim()) !== '' && draft.on !== '' && draft.reason.trim() !== '' && draft.evidence.trim() !== '';
  const save = async (): Promise<void> => {
    if (!ready) return;
    await act.run(async () => {
      const entry = await call('createScoreEntry', { body: bodyOf(show, period, { ...draft, clientId: id, memberId: member.memberId }) });
      onDone(`${entry.member.name}：${entryText(entry)}，记上了`);
    });
  };
  const wrong = (field: string): string | null => blameOn(act.failure, field);
  const { title, yes, reason, evidence, example, on } = words[show];
  return (
    <Dialog title={`${title}，${periodInChinese(period)}`} onClose={onClose} actions={<Foot yes={yes} busy={act.busy} ready={ready} onClose={onClose} />} unsaved={member !== about || draft.reason !== ''} onSubmit={() => void save()}>
      <Lead show={show} caps={caps} />
      <FormGrid>
        <Cell><MemberPicker label="谁" value={member} onPick={setMember} />{wrong('memberId') ? <p className="amber note-size" role="alert">{wrong('memberId')}</p> : null}</Cell>
        {show === 'points' ? <Cell part="third"><Kind value={draft.kind} onPick={(kind) => set({ kind })} /></Cell> : null}
        {show === 'talk' ? (
          <Cell part="half"><TextField label="谁谈的" maxLength={40} value={draft.talkedBy} onChange={(event) => set({ talkedBy: event.target.value })} /></Cell>
        ) : (
          <Cell part={show === 'points' ? 'third' : 'half'}><TextField label="几分" inputMode="decimal" placeholder={show === 'results' ? '0到10' : '1.5'} maxLength={8} value={draft.points} error={fault ?? wrong('points')} onChange={(event) => set({ points: event.target.value })} /></Cell>
        )}
        <Cell part={show === 'points' ? 'third' : 'half'}><TextField label={on} type="date" max={today()} value={draft.on} error={wrong('on')} onChange={(event) => set({ on: event.target.value })} /></Cell>
        <Cell><TextArea label={reason} rows={2} maxLength={200} value={draft.reason} onChange={(event) => set({ reason: event.target.value })} /></Cell>
        <Cell><TextField label={evidence} maxLength={200} placeholder={example} value={draft.evidence} onChange={(event) => set({ evidence: event.target.value })} /></Cell>
        <Cell><FileField label="附件，可以不附" onPick={(fileId) => set({ fileId })} /></Cell>
      </FormGrid>
      <FailureNote failure={act.failure} placed={['memberId', 'points', 'on']} />
    </Dialog>
  );
}

function Foot({ yes, busy, ready, onClose }: { yes: string; busy: boolean; ready: boolean; onClose: () => void }) {
  return (
    <>
      <Button onClick={onClose}>先不</Button>
      <Button kind="primary" type="submit" busy={busy} disabled={!ready}>{yes}</Button>
    </>
  );
}

function Lead({ show, caps }: Pick<Props, 'show' | 'caps'>): ReactNode {
  if (show === 'talk') return <Note>“差”要先写明理由，和本人当面谈过，才能公示。</Note>;
  if (show === 'results') return <Note>一年一位同志一条，0到10分，原样计入年度分。</Note>;
  return caps ? <Note>一位同志一个月里，加分合起来最多算{caps.bonus}分，扣分最多算{caps.deduction}分；多录的照记，算分时封顶。规则{caps.version}版。</Note> : null;
}

function Kind({ value, onPick }: { value: Draft['kind']; onPick: (kind: Draft['kind']) => void }) {
  return <SelectField label="加还是扣" choices={pointKinds.map((kind) => ({ value: kind, label: scoreEntryKindNames[kind] }))} value={value} onChange={(event) => onPick(event.target.value as Draft['kind'])} />;
}

function bodyOf(show: Show, period: string, { kind, points, on, reason, evidence, talkedBy, fileId, ...who }: Draft & { clientId: string; memberId: string }): Body {
  const told = { ...who, on, reason: reason.trim(), evidence: evidence.trim(), fileId };
  if (show === 'talk') return { kind: 'talk', month: period, talkedBy: talkedBy.trim(), ...told };
  if (show === 'results') return { kind: 'results', year: period, points: points.trim(), ...told };
  return { kind, month: period, points: points.trim(), ...told };
}

/** Today where it can be, else empty. */
function firstDay(show: Show, period: string): string {
  return show === 'talk' || today().startsWith(period) ? today() : '';
}
