import { Check } from '../../components/field.tsx';
import { FailureNote } from '../../components/states.tsx';
import type { Failure } from '../../platform/failure.ts';

interface Props {
  failure: Failure | null;
  despite: boolean;
  onDespite: (despite: boolean) => void;
  placed?: readonly string[];
}

/** Somebody is expected elsewhere at that time: said by name, and gone ahead with only when that is meant so. */
export function OverlapNote({ failure, despite, onDespite, placed = [] }: Props) {
  const overlaps = failure?.code === 'SESSION_OVERLAPS';
  return (
    <>
      <FailureNote failure={failure} placed={placed} />
      {overlaps || despite ? <Check label="知道时间撞上了，照这样排" checked={despite} onChange={onDespite} /> : null}
    </>
  );
}
