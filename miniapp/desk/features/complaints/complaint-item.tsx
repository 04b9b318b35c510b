import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { ReasonDialog } from '../../components/reason-dialog.tsx';
import { say } from '../../components/toast.tsx';
import { useAct } from '../../platform/use-act.ts';
import { refreshWaiting } from '../overview/waiting.ts';
import { ComplaintPhoto } from './complaint-photo.tsx';
import css from './complaints.module.css';

interface Props {
  complaint: { id: string; text: string; hasPhoto: boolean };
  /** What it is about, from whom, since when. */
  head: string;
  /** Until when, or why it is here. */
  due: string;
  late: boolean;
  answer: string | null;
  onAnswer: (text: string) => Promise<unknown>;
  onDone: () => void;
}

/** One complaint with its answer, or with the way to answer it. */
export function ComplaintItem({ complaint: { id, text, hasPhoto }, head, due, late, answer, onAnswer, onDone }: Props) {
  const [answering, setAnswering] = useState(false);
  const act = useAct();
  const send = async (words: string): Promise<void> => {
    if (!(await act.run(() => onAnswer(words)))) return;
    setAnswering(false);
    say('答复了，写的人看得到');
    void refreshWaiting();
    onDone();
  };
  return (
    <li className={css.item}>
      <p className="note-size minor">{head}</p>
      <p className={css.text}>{text}</p>
      {hasPhoto ? <ComplaintPhoto id={id} /> : null}
      {answer ? (
        <p className={css.answer}>{answer}</p>
      ) : (
        <div className="row">
          <span className={`grow note-size ${late ? 'amber' : 'minor'}`}>{due}</span>
          <Button small onClick={() => setAnswering(true)}>答复</Button>
        </div>
      )}
      {answering ? <ReasonDialog title="答复" text="写的人会看到这段话和日期。发出去就不能改。" label="怎么答复" yes="发出答复" max={1000} busy={act.busy} failure={act.failure} onClose={() => setAnswering(false)} onDone={(words) => void send(words)} /> : null}
    </li>
  );
}
