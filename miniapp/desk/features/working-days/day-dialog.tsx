import { dateInChinese, weekdayInChinese } from '@weidangxiao/shared/rules/week.ts';
import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { TextField } from '../../components/field.tsx';
import { FailureNote } from '../../components/states.tsx';
import { call } from '../../platform/request.ts';
import { useAct } from '../../platform/use-act.ts';
import { type CalendarDay, isWeekend } from './year-days.ts';

interface Props {
  day: CalendarDay;
  onClose: () => void;
  onDone: (said: string) => void;
}

/** A weekday can be off and a weekend worked; whatever was set can be as it was again. */
export function DayDialog({ day: { date, label }, onClose, onDone }: Props) {
  const [words, setWords] = useState(label ?? '');
  const act = useAct();
  const kind = isWeekend(date) ? 'worked' : 'off';
  const what = kind === 'off' ? '放假' : '上班';
  const name = `${dateInChinese(date)}${weekdayInChinese(date)}`;
  const set = async (): Promise<void> => {
    if (await act.run(() => call('setDayException', { params: { day: date }, body: { kind, label: words.trim() } }))) onDone(`${dateInChinese(date)}${what}`);
  };
  const clear = async (): Promise<void> => {
    if (await act.run(() => call('clearDayException', { params: { day: date } }))) onDone(`${dateInChinese(date)}照常${kind === 'off' ? '上班' : '休息'}`);
  };
  const actions = (
    <>
      {label === null ? <Button onClick={onClose}>先不</Button> : <Button busy={act.busy} onClick={() => void clear()}>照常{kind === 'off' ? '上班' : '休息'}</Button>}
      <Button kind="primary" type="submit" busy={act.busy} disabled={words.trim() === '' || words.trim() === label}>设成{what}</Button>
    </>
  );
  return (
    <Dialog title={name} onClose={onClose} actions={actions} unsaved={words !== (label ?? '')} onSubmit={() => void set()}>
      <p className="minor">{kind === 'off' ? '这天不算工作日，后面的日子往后推。' : '这天算工作日，后面的日子往前提。'}已经开始的评议不动。</p>
      <TextField label="叫什么" maxLength={20} placeholder={kind === 'off' ? '农忙假' : '春节调休'} value={words} onChange={(event) => setWords(event.target.value)} />
      <FailureNote failure={act.failure} />
    </Dialog>
  );
}
