import { type Verdict, verdictNames, verdicts } from '@weidangxiao/shared/rules/objection.ts';
import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { TextArea, TextField } from '../../components/field.tsx';
import { Radios } from '../../components/fieldset.tsx';
import { FailureNote, Note } from '../../components/states.tsx';
import { say } from '../../components/toast.tsx';
import { blameOn } from '../../platform/failure.ts';
import { call } from '../../platform/request.ts';
import { useAct } from '../../platform/use-act.ts';
import { currentAnswer, type Objection, subjectOf } from './objection-words.ts';
import css from './objections.module.css';

const choices = verdicts.map((value) => ({ value, label: value === 'kept' ? `${verdictNames.kept}原结果` : `${verdictNames.changed}` }));

/** The first of the three writes it, or somebody writes another one in its place: then all sign anew. */
export function AnswerDialog({ objection, onClose, onDone }: { objection: Objection; onClose: () => void; onDone: () => void }) {
  const before = currentAnswer(objection);
  const [verdict, setVerdict] = useState<Verdict | null>(before?.verdict ?? null);
  const [text, setText] = useState(before?.text ?? '');
  const [points, setPoints] = useState(objection.points ?? '');
  const act = useAct();
  const said = text.trim();
  const send = async (): Promise<void> => {
    if (!verdict || said === '') return;
    const body = { verdict, text: said, points: verdict === 'changed' && points.trim() !== '' ? points.trim() : null };
    if (!(await act.run(() => call('proposeObjectionAnswer', { params: { id: objection.id }, body })))) return;
    say('答复写好了，还要两位同志签');
    onDone();
  };
  const actions = (
    <>
      <Button onClick={onClose}>先不</Button>
      <Button kind="primary" type="submit" busy={act.busy} disabled={!verdict || said === ''}>写好，我签</Button>
    </>
  );
  return (
    <Dialog title="答复" onClose={onClose} actions={actions} unsaved={text !== (before?.text ?? '')} onSubmit={() => void send()}>
      <p><b className="medium">{objection.member.name}</b>，{subjectOf(objection)}</p>
      <p className={css.quoted}>{objection.contest ?? objection.text}</p>
      <Radios label="怎么定" choices={choices} value={verdict ?? ''} onPick={(value) => setVerdict(value as Verdict)} />
      {verdict === 'changed' ? <Changed points={points} error={blameOn(act.failure, 'points')} onChange={setPoints} /> : null}
      <TextArea label="答复的话，本人会看到" rows={4} maxLength={500} value={text} onChange={(event) => setText(event.target.value)} />
      {before ? <p className="note-size minor">换了答复，签过的要重新签。</p> : null}
      <FailureNote failure={act.failure} placed={['points']} />
    </Dialog>
  );
}

function Changed({ points, error, onChange }: { points: string; error: string | null; onChange: (points: string) => void }) {
  return (
    <>
      <Note tone="blue">记录有误的，先在原记录上更正（点名、打卡、加减分），第三位签字时照记录重算，另记一笔。只有记录里改不了的，才在下面写增减几分。</Note>
      <TextField label="学习得分增减几分，可以不写" placeholder="2 或 -1.5" maxLength={6} value={points} error={error} onChange={(event) => onChange(event.target.value)} />
    </>
  );
}
