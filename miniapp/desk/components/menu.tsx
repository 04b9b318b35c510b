import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { Icon } from './icon.tsx';
import css from './menu.module.css';

export interface MenuItem {
  label: string;
  onPick: () => void;
  disabled?: boolean;
}

interface Props {
  label: ReactNode;
  /** For the ear, where the words alone do not say what it is about. */
  name?: string;
  items: readonly MenuItem[];
  align?: 'left' | 'right';
}

/** A button that opens a list of acts; arrows move, Escape closes. */
export function Menu({ label, name, items, align = 'left' }: Props) {
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);

  useEffect(() => {
    if (!open) return undefined;
    box.current?.querySelector<HTMLElement>('[role=menuitem]:enabled')?.focus();
    const outside = (event: MouseEvent): void => {
      if (event.target instanceof Node && !box.current?.contains(event.target)) setOpen(false);
    };
    document.addEventListener('mousedown', outside);
    return () => document.removeEventListener('mousedown', outside);
  }, [open]);

  const close = (): void => {
    setOpen(false);
    button.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!open) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      close();
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const all = [...(box.current?.querySelectorAll<HTMLElement>('[role=menuitem]:enabled') ?? [])];
    const at = all.findIndex((item) => item === document.activeElement);
    all[(at + step + all.length) % all.length]?.focus();
  };

  return (
    <div className={css.menu} ref={box} onKeyDown={onKeyDown}>
      <button type="button" ref={button} className={css.button} aria-haspopup="menu" aria-expanded={open} aria-label={name} onClick={() => setOpen(!open)}>
        {label}
        <Icon name="chevronDown" size={14} />
      </button>
      {open ? (
        <div className={`${css.list} ${align === 'right' ? css.right : ''}`} role="menu">
          {items.map((item) => (
            <button type="button" role="menuitem" key={item.label} disabled={item.disabled} onClick={() => { close(); item.onPick(); }}>
              {item.label}
            </button>
          ))}
        </div>
      ) : null}
    </div>
  );
}
