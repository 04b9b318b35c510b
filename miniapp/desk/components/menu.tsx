import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';
import css from './menu.module.css';
import { useMenu } from './use-menu.ts';

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
  const { open, box, button, place, toggle, close, onKeyDown } = useMenu(align);
  return (
    <div className={css.menu} ref={box} onKeyDown={onKeyDown}>
      <button type="button" ref={button} className={css.button} aria-haspopup="menu" aria-expanded={open} aria-label={name} onClick={toggle}>
        {label}
        <Icon name="chevronDown" size={14} />
      </button>
      {open ? (
        <div className={css.list} style={place} role="menu">
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
