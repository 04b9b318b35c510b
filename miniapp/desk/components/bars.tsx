import type { ReactNode } from 'react';
import css from './bars.module.css';

/** Tabs under a page's head, with room for something small at the right. */
export function TabBar({ children }: { children: ReactNode }) {
  return <div className={`${css.tabs} no-print`}>{children}</div>;
}

/** What narrows down the list below. */
export function FilterBar({ children }: { children: ReactNode }) {
  return <div className={`${css.filter} no-print`}>{children}</div>;
}
