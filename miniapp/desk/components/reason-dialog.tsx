import { useState } from 'react';
import type { Failure } from '../platform/failure.ts';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { TextArea, TextField } from './field.tsx';
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

/** A name or a label; longer words get room for more than one line. */
const oneLine = 40;

/** Asks for the few words that an act needs: a reason, a note, a label. */
export function ReasonDialog({ title, text, label, yes, max, busy, failure, initial = '', onClose, onDone }: Props) {
  const [reason, setReason] = useState(initial);
  const said = reason.trim();
  const actions = (
    <>
      <Button onClick={onClose}>先不</Button>
      <Button kind="primary" type="submit" busy={busy} disabled={said === ''}>{yes}</Button>
    </>
  );
  const field = { label, maxLength: max, value: reason };
  return (
    <Dialog title={title} onClose={onClose} actions={actions} unsaved={said !== '' && said !== initial} onSubmit={() => onDone(said)}>
      {text ? <p className="minor">{text}</p> : null}
      {max <= oneLine ? <TextField {...field} onChange={(event) => setReason(event.target.value)} /> : <TextArea {...field} rows={3} onChange={(event) => setReason(event.target.value)} />}
      <FailureNote failure={failure} />
    </Dialog>
  );
}
