import { View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import { accessible } from './accessible';
import { classes } from './classes';
import styles from './Tap.module.scss';

export interface TapProps {
  onTap: () => void;
  /** What a screen reader says; needed where the content is only an icon. */
  label?: string;
  role?: 'button' | 'link' | 'tab' | 'switch' | 'radio' | 'checkbox';
  disabled?: boolean;
  checked?: boolean;
  selected?: boolean;
  className?: string;
}

/** Anything that can be tapped: by finger, by keyboard, and by a screen reader. */
export function Tap({ onTap, label, role = 'button', disabled, checked, selected, className, children }: PropsWithChildren<TapProps>) {
  const act = () => !disabled && onTap();
  const keyboard = process.env.TARO_ENV === 'h5' ? { tabIndex: disabled ? -1 : 0, onKeyDown: (event: KeyboardEvent) => pressed(event) && act() } : {};
  return (
    <View className={classes(styles.tap, className)} hoverClass={disabled ? 'none' : styles.pressed} hoverStayTime={80} onClick={act} {...keyboard} {...accessible({ role, label, disabled, checked, selected })}>
      {children}
    </View>
  );
}

function pressed(event: KeyboardEvent): boolean {
  if (event.key !== 'Enter' && event.key !== ' ') return false;
  event.preventDefault();
  return true;
}
