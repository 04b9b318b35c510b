import { type ReactNode, useEffect, useRef } from 'react';
import css from './members.module.css';

/** A few fields that open inside a person's panel: in sight and ready for the keyboard at once; Enter does it. */
export function InlineForm({ onSubmit, children }: { onSubmit: () => void; children: ReactNode }) {
  const box = useRef<HTMLFormElement>(null);
  useEffect(() => {
    box.current?.scrollIntoView({ block: 'nearest' });
    box.current?.querySelector<HTMLElement>('input, select')?.focus({ preventScroll: true });
  }, []);
  return (
    <form ref={box} className={css.form} noValidate onSubmit={(event) => { event.preventDefault(); onSubmit(); }}>
      {children}
    </form>
  );
}
