import { useState } from 'react';
import type { Failure } from '../platform/failure.ts';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { TextArea } from './field.tsx';
import { FailureNote } from './states.tsx';

interface Props {
  title: string;
  /** Who reads it and what it is for. */
  text?: string;
  label: string;
  yes: string;
  max: number;
  busy: boolean;
  failure: Failure | null;
  initial?: string;
  onClose: () => void;
  onDone: (reason: string) => void;
}

/** Asks for the few words that an act needs: a reason, a note, a label. */
export function ReasonDialog({ title, text, label, yes, max, busy, failure, initial = '', onClose, onDone }: Props) {
  const [reason, setReason] = useState(initial);
  const actions = (
    <>
      <Button onClick={onClose}>先不</Button>
      <Button kind="primary" busy={busy} disabled={reason.trim() === ''} onClick={() => onDone(reason.trim())}>{yes}</Button>
    </>
  );
  return (
    <Dialog title={title} onClose={onClose} actions={actions}>
      {text ? <p className="minor">{text}</p> : null}
      <TextArea label={label} rows={3} maxLength={max} value={reason} autoFocus onChange={(event) => setReason(event.target.value)} />
      <FailureNote failure={failure} />
    </Dialog>
  );
}
