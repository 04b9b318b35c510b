import { CountFoot } from './CountFoot';
import type { PaperBox } from './paper-box';
import type { Typed } from './PaperCount';
import { HandOutFoot } from './PaperHandOut';

export type PaperWork = 'hand' | 'count' | null;

interface PaperFootProps {
  work: PaperWork;
  box: PaperBox;
  params: { month: string; id: string };
  chosen: readonly string[];
  typed: Typed;
  onHanded: (already: readonly string[]) => void;
  onEntered: () => void;
}

/** The button of what is being done with the box now. */
export function PaperFoot({ work, box, params, chosen, typed, onHanded, onEntered }: PaperFootProps) {
  if (work === 'count') return <CountFoot box={box} params={params} typed={typed} onEntered={onEntered} />;
  return work === 'hand' ? <HandOutFoot chosen={chosen} params={params} onHanded={onHanded} /> : null;
}
