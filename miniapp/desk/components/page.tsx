import { type ReactNode, useEffect } from 'react';
import css from './page.module.css';

interface Props {
  title: string;
  /** Said in small beside the title: the date, the file, the count. */
  aside?: ReactNode;
  /** Buttons at the right; the one primary comes last. */
  actions?: ReactNode;
  children: ReactNode;
}

/** A page of the console: header bar with the single primary at right, then its content. */
export function Page({ title, aside, actions, children }: Props) {
  useEffect(() => {
    document.title = `${title} 微党校`;
  }, [title]);
  return (
    <>
      <header className={css.bar}>
        <h1>{title}</h1>
        {aside ? <div className={css.aside}>{aside}</div> : null}
        <div className={css.actions}>{actions}</div>
      </header>
      <div className={css.body}>{children}</div>
    </>
  );
}

export function Pad({ children, narrow = false }: { children: ReactNode; narrow?: boolean }) {
  return <div className={`${css.pad} ${narrow ? css.narrow : ''}`}>{children}</div>;
}
