import { ReasonDialog } from '../../components/reason-dialog.tsx';
import { useAct } from '../../platform/use-act.ts';

interface Props {
  /** Whose what: 王学员2026年11月的加分. */
  title: string;
  reverse: (reason: string) => Promise<unknown>;
  onClose: () => void;
  onDone: () => void;
}

/** An entry is never edited: it is taken back by name, day and reason, and stays on the list. */
export function ReverseDialog({ title, reverse, onClose, onDone }: Props) {
  const act = useAct();
  const send = async (reason: string): Promise<void> => {
    if (await act.run(() => reverse(reason))) onDone();
  };
  return <ReasonDialog title={`撤回${title}`} text="原来的一条留着，注明谁在哪天为什么撤的。要改，撤回以后再录一条。" label="为什么撤回" yes="撤回" max={200} busy={act.busy} failure={act.failure} onClose={onClose} onDone={(reason) => void send(reason)} />;
}
