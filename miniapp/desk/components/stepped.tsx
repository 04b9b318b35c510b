import { IconButton } from './button.tsx';
import css from './stepped.module.css';

interface Props {
  /** What is shown: 2026年11月. */
  label: string;
  back: string;
  forth: string;
  onStep: (by: -1 | 1) => void;
}

/** One month, week or year, with the way to the ones beside it. */
export function Stepped({ label, back, forth, onStep }: Props) {
  return (
    <span className={css.stepped}>
      <IconButton icon="chevronLeft" label={back} onClick={() => onStep(-1)} />
      <b aria-live="polite">{label}</b>
      <IconButton icon="chevronRight" label={forth} onClick={() => onStep(1)} />
    </span>
  );
}
