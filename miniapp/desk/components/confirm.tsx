import { useQuestion } from './ask.ts';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';

/** The question that `ask` has put, over whatever is open. */
export function Confirmations() {
  const { question, answer } = useQuestion();
  if (!question) return null;
  const actions = (
    <>
      <Button data-begin onClick={() => answer(false)}>{question.no ?? '先不'}</Button>
      <Button kind="primary" onClick={() => answer(true)}>{question.yes}</Button>
    </>
  );
  return (
    <Dialog title={question.title} onClose={() => answer(false)} actions={actions}>
      <p>{question.text}</p>
    </Dialog>
  );
}
