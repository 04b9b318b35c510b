import { type ReactNode, useId } from 'react';
import type { Choice } from './field.tsx';
import css from './fieldset.module.css';

/** Several boxes that answer one question. */
export function Fieldset({ label, children }: { label: string; children: ReactNode }) {
  return (
    <fieldset className={css.set}>
      <legend>{label}</legend>
      <div className={css.row}>{children}</div>
    </fieldset>
  );
}

/** One of a few, all in sight. */
export function Radios({ label, choices, value, onPick }: { label: string; choices: readonly Choice[]; value: string; onPick: (value: string) => void }) {
  const name = useId();
  return (
    <Fieldset label={label}>
      {choices.map((choice) => (
        <label key={choice.value} className={css.radio}>
          <input type="radio" name={name} checked={choice.value === value} onChange={() => onPick(choice.value)} />
          <span>{choice.label}</span>
        </label>
      ))}
    </Fieldset>
  );
}
