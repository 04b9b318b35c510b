import { create } from 'zustand';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';

export interface Question {
  title: string;
  text: string;
  /** What the button that goes ahead says. */
  yes: string;
  no?: string;
}

const useQuestion = create<{ question: Question | null; answer: (yes: boolean) => void }>(() => ({ question: null, answer: () => undefined }));

/** Asks before something is lost; resolves to whether to go ahead. */
export function ask(question: Question): Promise<boolean> {
  return new Promise((resolve) => {
    useQuestion.setState({
      question,
      answer: (yes) => {
        useQuestion.setState({ question: null });
        resolve(yes);
      },
    });
  });
}

export function Confirmations() {
  const { question, answer } = useQuestion();
  if (!question) return null;
  const actions = (
    <>
      <Button onClick={() => answer(false)}>{question.no ?? '先不'}</Button>
      <Button kind="primary" onClick={() => answer(true)}>{question.yes}</Button>
    </>
  );
  return (
    <Dialog title={question.title} onClose={() => answer(false)} actions={actions}>
      <p>{question.text}</p>
    </Dialog>
  );
}
