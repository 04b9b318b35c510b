import type { ReactNode } from 'react';
import { Button } from '../../components/button.tsx';
import { Page } from '../../components/page.tsx';
import { Ready } from '../../components/states.tsx';
import type { Loaded } from '../../platform/use-loaded.ts';
import css from './hours-paper.module.css';

interface Props<T> {
  title: string;
  of: Loaded<T>;
  /** Whether there is anything to print in it. */
  printable?: (value: T) => boolean;
  /** Before the button that prints. */
  actions?: ReactNode;
  children: (value: T) => ReactNode;
}

/** Hours as they come out of the printer, on the screen before: sheets on a desk, and the way back. */
export function PaperPage<T>({ title, of, printable = () => true, actions, children }: Props<T>) {
  const ready = of.data !== null && printable(of.data);
  const all = (
    <>
      {actions}
      <Button kind="primary" icon="printer" disabled={!ready} onClick={() => window.print()}>打印</Button>
    </>
  );
  return (
    <Page title={title} aside={<a href="#/study-hours">回到学时</a>} actions={all}>
      <Ready of={of}>{(value) => <div className={`app light ${css.desk}`}>{children(value)}</div>}</Ready>
    </Page>
  );
}
