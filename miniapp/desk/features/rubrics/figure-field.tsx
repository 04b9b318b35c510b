import { type ReactNode, useId } from 'react';
import { inputClass, TextField } from '../../components/field.tsx';
import type { RubricDraft } from './rubric-draft.ts';
import css from './rubrics.module.css';

/** The form as its fields see it. */
export interface RubricForm {
  readonly draft: RubricDraft;
  readonly faults: ReadonlyMap<string, string>;
  readonly set: (field: string, value: string) => void;
}

/** One figure of the rubric with its name above and its fault below. */
export function FigureField({ form, field, label, hint }: { form: RubricForm; field: string; label: string; hint?: string }) {
  return <TextField label={label} {...(hint ? { hint } : {})} value={form.draft[field] ?? ''} error={form.faults.get(field)} maxLength={20} inputMode="decimal" onChange={(event) => form.set(field, event.target.value)} />;
}

/** The same inside a row of the table, its name only for the ear. */
export function BareField({ form, field, label, className = '', figure = true }: { form: RubricForm; field: string; label: string; className?: string | undefined; figure?: boolean }) {
  const id = useId();
  const fault = form.faults.get(field);
  return (
    <div className={className}>
      <input type="text" autoComplete="off" className={inputClass} aria-label={label} aria-invalid={fault ? true : undefined} aria-describedby={fault ? id : undefined} value={form.draft[field] ?? ''} maxLength={figure ? 30 : 12} inputMode={figure ? 'decimal' : 'text'} onChange={(event) => form.set(field, event.target.value)} />
      {fault ? <p className={css.fault} role="alert" id={id}>{fault}</p> : null}
    </div>
  );
}

/** One matter of the form. */
export function Part({ title, note, children }: { title: string; note?: string; children: ReactNode }) {
  return (
    <section className={css.part} aria-label={title}>
      <div className="row">
        <h2 className="section-title">{title}</h2>
        {note ? <span className="note-size minor">{note}</span> : null}
      </div>
      {children}
    </section>
  );
}
