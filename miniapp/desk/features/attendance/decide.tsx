import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { ReasonDialog } from '../../components/reason-dialog.tsx';
import { say } from '../../components/toast.tsx';
import { useAct } from '../../platform/use-act.ts';
import { refreshWaiting } from '../overview/waiting.ts';

interface Props {
  /** For the ear: whose matter it is. */
  name: string;
  yes: string;
  no: string;
  /** What the person reads is asked for with this. */
  ask: string;
  decide: (yes: boolean, reason: string | null) => Promise<unknown>;
  onDone: () => void;
}

/** Yes at once, no with its reason; what failed is said and stays where it was. */
export function Decide({ name, yes, no, ask, decide, onDone }: Props) {
  const [refusing, setRefusing] = useState(false);
  const act = useAct();
  const settle = async (accept: boolean, reason: string | null): Promise<void> => {
    if (!(await act.run(() => decide(accept, reason)))) return;
    setRefusing(false);
    say(`${name}：${accept ? yes : no}`);
    void refreshWaiting();
    onDone();
  };
  return (
    <span className="row">
      {act.failure && !refusing ? <span className="amber note-size" role="alert">{act.failure.message}</span> : null}
      <Button small busy={act.busy && !refusing} aria-label={`${name}，${yes}`} onClick={() => void settle(true, null)}>{yes}</Button>
      <Button small disabled={act.busy} aria-label={`${name}，${no}`} onClick={() => setRefusing(true)}>{no}</Button>
      {refusing ? <ReasonDialog title={`${name}，${no}`} text="本人会看到这句话。" label={ask} yes={no} max={200} busy={act.busy} failure={act.failure} onClose={() => { setRefusing(false); act.clear(); }} onDone={(reason) => void settle(false, reason)} /> : null}
    </span>
  );
}
