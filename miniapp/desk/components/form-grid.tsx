import type { ReactNode } from 'react';
import css from './form-grid.module.css';

/** Fields beside each other, each in a part of the width. */
export function FormGrid({ children }: { children: ReactNode }) {
  return <div className={css.grid}>{children}</div>;
}

export function Cell({ part, children }: { part?: 'half' | 'third' | 'quarter'; children: ReactNode }) {
  return <div className={part ? css[part] : ''}>{children}</div>;
}
