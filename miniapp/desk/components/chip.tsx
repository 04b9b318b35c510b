import type { ReactNode } from 'react';
import css from './chip.module.css';

export type Tone = 'plain' | 'red' | 'gold' | 'green' | 'amber' | 'blue' | 'line';

export function Chip({ tone = 'plain', children }: { tone?: Tone; children: ReactNode }) {
  return <span className={`${css.chip} ${css[tone]}`}>{children}</span>;
}
