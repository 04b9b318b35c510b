import type { ReactNode } from 'react';
import css from './section.module.css';

/** One matter of a panel or a page, with its acts at the right. */
export function Section({ title, acts, children }: { title: string; acts?: ReactNode; children?: ReactNode }) {
  return (
    <section className={css.section} aria-label={title}>
      <div className="row">
        <h3 className="section-title">{title}</h3>
        <span className="grow" />
        {acts}
      </div>
      {children}
    </section>
  );
}
