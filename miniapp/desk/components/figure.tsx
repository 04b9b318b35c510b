import type { ReactNode } from 'react';
import css from './figure.module.css';

interface Props {
  value: number;
  unit: string;
  note?: ReactNode;
  tone?: 'green' | 'amber' | 'minor';
  /** Parts of a whole, drawn as one thin bar; without it no bar. */
  parts?: readonly { value: number; tone: 'gold' | 'ink' | 'line' }[];
  whole?: number;
}

/** One number with its unit and a line that says what it means. */
export function Figure({ value, unit, note, tone, parts, whole = 0 }: Props) {
  const rest = Math.max(0, whole - (parts ?? []).reduce((sum, part) => sum + part.value, 0));
  return (
    <div className={css.figure}>
      <p className={css.head}>
        <b className={tone}>{value}</b>
        <span>{unit}</span>
      </p>
      {parts ? (
        <div className={css.bar} aria-hidden="true">
          {parts.filter((part) => part.value > 0).map((part) => <i key={part.tone} className={css[part.tone]} style={{ flex: part.value }} />)}
          {rest > 0 ? <i style={{ flex: rest }} /> : null}
        </div>
      ) : null}
      <p className="note-size minor">{note ?? '\u00a0'}</p>
    </div>
  );
}

export function Figures({ label, children }: { label: string; children: ReactNode }) {
  return <section className={css.figures} aria-label={label}>{children}</section>;
}
