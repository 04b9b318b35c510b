import { create } from 'zustand';

export interface Question {
  title: string;
  text: string;
  /** What the button that goes ahead says. */
  yes: string;
  no?: string;
}

export const useQuestion = create<{ question: Question | null; answer: (yes: boolean) => void }>(() => ({ question: null, answer: () => undefined }));

/** Asks before something is lost; resolves to whether to go ahead. A question that is still open counts as answered with no. */
export function ask(question: Question): Promise<boolean> {
  useQuestion.getState().answer(false);
  return new Promise((resolve) => {
    useQuestion.setState({
      question,
      answer: (yes) => {
        useQuestion.setState({ question: null, answer: () => undefined });
        resolve(yes);
      },
    });
  });
}
