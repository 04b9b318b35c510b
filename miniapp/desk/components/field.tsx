import { type InputHTMLAttributes, type ReactNode, type SelectHTMLAttributes, type TextareaHTMLAttributes, useId } from 'react';
import css from './field.module.css';

interface Shell {
  label: string;
  /** What is wrong with it, or what it is for. */
  error?: string | null | undefined;
  hint?: string;
}

function Labelled({ id, label, error, hint, children }: Shell & { id: string; children: ReactNode }) {
  return (
    <div className={css.field}>
      <label htmlFor={id}>{label}</label>
      {children}
      {error ? <p className={css.error} role="alert" id={`${id}-error`}>{error}</p> : null}
      {hint && !error ? <p className={css.hint} id={`${id}-error`}>{hint}</p> : null}
    </div>
  );
}

function aria(id: string, { error, hint }: Shell) {
  return { id, 'aria-invalid': error ? true : undefined, 'aria-describedby': error || hint ? `${id}-error` : undefined };
}

export function TextField({ label, error, hint, ...rest }: Shell & InputHTMLAttributes<HTMLInputElement>) {
  const id = useId();
  const shell = { label, error, hint } as Shell;
  return (
    <Labelled id={id} {...shell}>
      <input type="text" autoComplete="off" {...rest} {...aria(id, shell)} className={css.input} />
    </Labelled>
  );
}

export function TextArea({ label, error, hint, ...rest }: Shell & TextareaHTMLAttributes<HTMLTextAreaElement>) {
  const id = useId();
  const shell = { label, error, hint } as Shell;
  return (
    <Labelled id={id} {...shell}>
      <textarea rows={3} {...rest} {...aria(id, shell)} className={css.input} />
    </Labelled>
  );
}

export interface Choice {
  value: string;
  label: string;
}

export function SelectField({ label, error, hint, choices, ...rest }: Shell & SelectHTMLAttributes<HTMLSelectElement> & { choices: readonly Choice[] }) {
  const id = useId();
  const shell = { label, error, hint } as Shell;
  return (
    <Labelled id={id} {...shell}>
      <select {...rest} {...aria(id, shell)} className={css.input}>
        {choices.map(({ value, label: words }) => (
          <option key={value} value={value}>{words}</option>
        ))}
      </select>
    </Labelled>
  );
}

/** A choice beside others in a bar, its name only for the ear. */
export function BarSelect({ label, choices, ...rest }: { label: string; choices: readonly Choice[] } & SelectHTMLAttributes<HTMLSelectElement>) {
  return (
    <select {...rest} aria-label={label} className={`${css.input} ${css.bar}`}>
      {choices.map(({ value, label: words }) => (
        <option key={value} value={value}>{words}</option>
      ))}
    </select>
  );
}

export function Check({ label, checked, onChange, disabled }: { label: ReactNode; checked: boolean; onChange: (checked: boolean) => void; disabled?: boolean }) {
  return (
    <label className={css.check}>
      <input type="checkbox" checked={checked} disabled={disabled} onChange={(event) => onChange(event.target.checked)} />
      <span>{label}</span>
    </label>
  );
}

export const inputClass = css.input ?? '';
