import type { ReactNode } from 'react';
import css from './facts.module.css';

export type Fact = readonly [name: string, value: ReactNode];

/** Names and what they stand for, one a line unless a page sets them otherwise. */
export function Facts({ facts, className = css.facts }: { facts: readonly Fact[]; className?: string | undefined }) {
  return (
    <dl className={className}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
