import type { ButtonHTMLAttributes } from 'react';
import css from './button.module.css';
import { Icon, type IconName } from './icon.tsx';

interface Props extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** `primary`: the one red button of the page. */
  kind?: 'primary' | 'line' | 'plain' | 'text';
  icon?: IconName;
  busy?: boolean;
  small?: boolean;
}

export function Button({ kind = 'line', icon, busy = false, small = false, className, children, disabled, ...rest }: Props) {
  const classes = [css.button, css[kind], small ? css.small : '', className ?? ''].join(' ');
  return (
    <button type="button" {...rest} className={classes} disabled={disabled || busy} aria-busy={busy || undefined}>
      {icon ? <Icon name={icon} size={16} /> : null}
      <span>
        {children}
        {busy ? '…' : ''}
      </span>
    </button>
  );
}

interface IconButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  icon: IconName;
  /** What it does, for the ear and the tooltip. */
  label: string;
}

export function IconButton({ icon, label, className, ...rest }: IconButtonProps) {
  return (
    <button type="button" {...rest} className={`${css.iconOnly ?? ''} ${className ?? ''}`} aria-label={label} title={label}>
      <Icon name={icon} size={16} />
    </button>
  );
}
