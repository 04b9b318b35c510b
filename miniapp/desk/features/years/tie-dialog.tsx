import { businessDate } from '@weidangxiao/shared/rules/week.ts';
import { useMemo, useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Check, TextArea, TextField } from '../../components/field.tsx';
import { FailureNote } from '../../components/states.tsx';
import { clientId } from '../../platform/client-id.ts';
import { today } from '../../platform/clock.ts';
import { blameOn } from '../../platform/failure.ts';
import { call } from '../../platform/request.ts';
import { useAct } from '../../platform/use-act.ts';
import type { Tie } from './cap-ties.tsx';
import css from './years.module.css';

interface Props {
  tie: Tie;
  year: string;
  /** When the year was summed up: they were equal only then. */
  from: number | null;
  onClose: () => void;
  onDone: () => void;
}

/** Who of those equal is excellent, by which meeting and why: a minute, not a click. */
export function TieDialog({ tie: { group, places, people }, year, from, onClose, onDone }: Props) {
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [words, setWords] = useState({ metOn: today(), minutes: '', reason: '' });
  const id = useMemo(clientId, []);
  const act = useAct();
  const toggle = (memberId: string, on: boolean): void => setChosen(on ? [...chosen, memberId] : chosen.filter((one) => one !== memberId));
  const decide = async (): Promise<void> => {
    const body = { clientId: id, groupId: group?.id ?? null, memberIds: [...chosen], metOn: words.metOn, minutes: words.minutes.trim(), reason: words.reason.trim() };
    if (await act.run(() => call('decideCapTie', { params: { year }, body }))) onDone();
  };
  const isReady = chosen.length > 0 && chosen.length <= places && words.minutes.trim() !== '' && words.reason.trim() !== '';
  const actions = (
    <>
      <Button onClick={onClose}>先不</Button>
      <Button kind="primary" type="submit" busy={act.busy} disabled={!isReady}>定下来</Button>
    </>
  );
  return (
    <Dialog title={`${group?.name ?? '没有小组的'}，${people.length}人并列`} onClose={onClose} actions={actions} unsaved={chosen.length > 0 || words.reason !== ''} onSubmit={() => void decide()}>
      <p className="minor">总分、集中学习到课、缺席、实践都一样。还有{places}个名额，定好以后不能再改。</p>
      <ul className={css.equals}>
        {people.map(({ member, T, centralizedRatio, absences, practices }) => (
          <li key={member.memberId}>
            <Check label={<b className="medium">{member.name}</b>} checked={chosen.includes(member.memberId)} disabled={!chosen.includes(member.memberId) && chosen.length >= places} onChange={(on) => toggle(member.memberId, on)} />
            <span className="note-size minor">{T}分，集中学习到课{percent(centralizedRatio)}，缺席{absences}次，实践{practices}次</span>
          </li>
        ))}
      </ul>
      <TextField label="哪天开的会" type="date" min={from === null ? undefined : businessDate(from)} max={today()} value={words.metOn} error={blameOn(act.failure, 'metOn')} onChange={(event) => setWords({ ...words, metOn: event.target.value })} />
      <TextField label="会议纪要的编号或名称" maxLength={60} value={words.minutes} onChange={(event) => setWords({ ...words, minutes: event.target.value })} />
      <TextArea label="为什么是他" rows={3} maxLength={300} value={words.reason} onChange={(event) => setWords({ ...words, reason: event.target.value })} />
      <FailureNote failure={act.failure} placed={['metOn']} />
    </Dialog>
  );
}

/** '19/20' is 95%. */
function percent(ratio: string): string {
  const [top = '0', bottom = '1'] = ratio.split('/');
  return `${Math.round((Number(top) / Number(bottom)) * 100)}%`;
}
