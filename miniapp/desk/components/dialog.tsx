import { type FormEvent, type ReactNode, type SyntheticEvent, useId } from 'react';
import { ask } from './ask.ts';
import { IconButton } from './button.tsx';
import css from './dialog.module.css';
import { useModal } from './use-modal.ts';

interface Props {
  title: string;
  onClose: () => void;
  children: ReactNode;
  /** Buttons at the foot; the one that acts comes last. */
  actions?: ReactNode;
  size?: 'small' | 'login' | 'wide' | 'side';
  /** With it Enter in a field does what the button of type `submit` does. */
  onSubmit?: () => void;
  /** Something is written in it: Escape and the cross ask first. */
  unsaved?: boolean;
}

/** The browser's own modal dialog: focus stays inside, Escape closes, and focus goes back where it came from. */
export function Dialog({ title, onClose, children, actions, size = 'small', onSubmit, unsaved = false }: Props) {
  const box = useModal();
  const heading = useId();
  const close = async (): Promise<void> => {
    if (!unsaved || (await ask({ title: '还没保存', text: '写的内容关掉就没有了。', yes: '不要了，关掉', no: '接着写' }))) onClose();
  };
  const onCancel = (event: SyntheticEvent): void => {
    // A file picker that is put away says cancel too; what cannot be prevented is answered when it has happened.
    if (event.target !== event.currentTarget || !event.cancelable) return;
    event.preventDefault();
    void close();
  };
  // A browser closes by itself at a second Escape; whether it stays is not its decision.
  const onClosed = (): void => {
    if (!box.current || box.current.open) return;
    box.current.showModal();
    void close();
  };
  const inside = (
    <>
      <div className={css.body}>{children}</div>
      {actions ? <footer className={css.foot}>{actions}</footer> : null}
    </>
  );
  return (
    <dialog ref={box} tabIndex={-1} className={`${css.dialog} ${css[size]}`} aria-labelledby={heading} onCancel={onCancel} onClose={onClosed}>
      <header className={css.head}>
        <h2 id={heading}>{title}</h2>
        <IconButton icon="x" label="关闭" onClick={() => void close()} />
      </header>
      {onSubmit ? <form className={css.form} noValidate onSubmit={(event) => submit(event, onSubmit)}>{inside}</form> : inside}
    </dialog>
  );
}

function submit(event: FormEvent, work: () => void): void {
  event.preventDefault();
  work();
}
