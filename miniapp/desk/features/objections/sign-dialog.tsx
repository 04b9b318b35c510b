import { answerers } from '@weidangxiao/shared/rules/objection.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { FailureNote } from '../../components/states.tsx';
import { say } from '../../components/toast.tsx';
import { call } from '../../platform/request.ts';
import { useAct } from '../../platform/use-act.ts';
import { type Objection, type ObjectionAnswer, signedSoFar, subjectOf, verdictInWords } from './objection-words.ts';
import css from './objections.module.css';

interface Props {
  objection: Objection;
  answer: ObjectionAnswer;
  onClose: () => void;
  onDone: () => void;
}

/** The words once more, before one's name stands under them. With the third it counts. */
export function SignDialog({ objection, answer, onClose, onDone }: Props) {
  const act = useAct();
  const isLast = answer.signedBy.length === answerers - 1;
  const sign = async (): Promise<void> => {
    if (!(await act.run(() => call('signObjectionAnswer', { params: { id: objection.id }, body: { text: answer.text } })))) return;
    say(isLast ? '三位都签了，答复定了，本人会收到消息' : '签了，还差一人');
    onDone();
  };
  const actions = (
    <>
      <Button data-begin onClick={onClose}>先不</Button>
      <Button kind="primary" busy={act.busy} onClick={() => void sign()}>签字</Button>
    </>
  );
  return (
    <Dialog title="看过，签字" onClose={onClose} actions={actions}>
      <p><b className="medium">{objection.member.name}</b>，{subjectOf(objection)}</p>
      <p className={css.quoted}>{objection.contest ?? objection.text}</p>
      <div className={css.answer}>
        <p><b className="medium">{verdictInWords(answer, objection.points)}</b></p>
        <p className={css.said}>{answer.text}</p>
      </div>
      <p className="note-size minor">{signedSoFar(answer)}。{isLast ? '你签了就定下来，不能再改。' : '三位都签了才定。'}</p>
      <FailureNote failure={act.failure} />
    </Dialog>
  );
}
