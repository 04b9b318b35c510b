import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import { gradeNames } from '@weidangxiao/shared/rules/assessment/rubric.ts';
import { useMemo, useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { TextArea } from '../../components/field.tsx';
import { FailureNote, Ready } from '../../components/states.tsx';
import { say } from '../../components/toast.tsx';
import { clientId } from '../../platform/client-id.ts';
import { dateWithYear } from '../../platform/clock.ts';
import { call } from '../../platform/request.ts';
import { useAct } from '../../platform/use-act.ts';
import { useLoaded } from '../../platform/use-loaded.ts';
import css from './years.module.css';

type Year = Answer<'getMemberAnnualScore'>;

interface Props {
  year: string;
  score: Answer<'listAnnualScores'>['items'][number];
  mayCorrect: boolean;
  onClose: () => void;
  onDone: () => void;
}

/** How one member's year came about, line by line; after it is published, the way to a dated correction. */
export function MemberYear({ year, score: { member }, mayCorrect, onClose, onDone }: Props) {
  const loaded = useLoaded(`${year} ${member.memberId}`, () => call('getMemberAnnualScore', { params: { year, id: member.memberId } }));
  const [correcting, setCorrecting] = useState(false);
  const [reason, setReason] = useState('');
  const id = useMemo(clientId, []);
  const act = useAct();
  const correct = async (): Promise<void> => {
    if (!(await act.run(() => call('correctAnnualScore', { params: { year }, body: { clientId: id, memberId: member.memberId, reason: reason.trim() } })))) return;
    say(`${member.name}的年度结果更正了，原来的一行还在`);
    onDone();
  };
  const actions = correcting ? (
    <>
      <Button onClick={() => setCorrecting(false)}>先不</Button>
      <Button kind="primary" type="submit" busy={act.busy} disabled={reason.trim() === ''}>记一笔更正</Button>
    </>
  ) : (
    <>
      {mayCorrect ? <Button onClick={() => setCorrecting(true)}>按现在的记录更正</Button> : null}
      <Button onClick={onClose}>看过了</Button>
    </>
  );
  return (
    <Dialog title={`${member.name}，${year}年`} size="wide" onClose={onClose} actions={actions} unsaved={reason !== ''} {...(correcting ? { onSubmit: () => void correct() } : {})}>
      <Ready of={loaded} lines={6}>{(of) => <Lines year={of} />}</Ready>
      {correcting ? (
        <>
          <p className="minor">照现在的月评、学时和结果评价重新算这一行，原来的一行留着，记上今天的日子。别人的等次不动。</p>
          <TextArea label="为什么更正" rows={2} maxLength={200} value={reason} onChange={(event) => setReason(event.target.value)} />
          <FailureNote failure={act.failure} />
        </>
      ) : null}
    </Dialog>
  );
}

function Lines({ year: { months, lines, rounding, sum, final, T, performance, grade, corrections, rubricVersion } }: { year: Year }) {
  return (
    <>
      <ol className={css.months} aria-label="各月">
        {months.map(({ month, state, M, grade: of }) => (
          <li key={month}>
            <span className="note-size minor">{Number(month.slice(5))}月</span>
            <b>{M ?? '–'}</b>
            <span className="note-size minor">{of ? gradeNames[of] : monthWord[state]}</span>
          </li>
        ))}
      </ol>
      <ul className={css.lines}>
        {lines.map(({ part, label, points, max, formula, stillPossible }) => (
          <li key={part}>
            <p className="row"><b className="medium">{label}</b><span className="grow" /><span>{points} / {max}</span></p>
            <p className="note-size minor">{[formula, stillPossible].filter(Boolean).join('，')}</p>
          </li>
        ))}
        {rounding ? <li className="row"><span className="grow">四舍五入</span>{rounding}</li> : null}
        <li className="row"><b className="grow">{final ? '汇总得分' : '按现在的记录'}</b><b>{sum}</b></li>
        {final ? <li className="row"><span className="grow">{T === null ? '不定等次' : `绩效得分 ${performance}`}</span>{grade ? gradeNames[grade] : ''}</li> : null}
      </ul>
      {corrections.map(({ on, reason, before, after }) => (
        <p key={on + reason} className="note-size minor">{dateWithYear(on)}更正：{before.T ?? '不定等次'}改为{after.T ?? '不定等次'}，{reason}</p>
      ))}
      <p className="faint note-size">按规则{rubricVersion}算</p>
    </>
  );
}

const monthWord: Readonly<Record<Year['months'][number]['state'], string>> = { coming: '', running: '进行中', rating: '评定中', published: '免评', opening: '免评', none: '不在册' };
