import { type ReactNode, useEffect, useId, useRef } from 'react';
import { IconButton } from './button.tsx';
import css from './dialog.module.css';

interface Props {
  title: string;
  onClose: () => void;
  children: ReactNode;
  /** Buttons at the foot; the one that acts comes last. */
  actions?: ReactNode;
  size?: 'small' | 'wide' | 'side';
  /** Asked before Escape or the cross closes it; false keeps it open. */
  mayClose?: () => boolean;
}

/** The browser's own modal dialog: focus stays inside, Escape closes, and focus goes back where it came from. */
export function Dialog({ title, onClose, children, actions, size = 'small', mayClose }: Props) {
  const box = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => {
    const dialog = box.current;
    if (dialog && !dialog.open) dialog.showModal();
  }, []);
  const close = (): void => {
    if (mayClose?.() ?? true) onClose();
  };
  return (
    <dialog ref={box} className={`${css.dialog} ${css[size]}`} aria-labelledby={heading} onCancel={(event) => { event.preventDefault(); close(); }}>
      <header className={css.head}>
        <h2 id={heading}>{title}</h2>
        <IconButton icon="x" label="关闭" onClick={close} />
      </header>
      <div className={css.body}>{children}</div>
      {actions ? <footer className={css.foot}>{actions}</footer> : null}
    </dialog>
  );
}
