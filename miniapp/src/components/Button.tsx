import { Button as NativeButton, View, type ButtonProps as NativeProps } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import styles from './Button.module.scss';
import { classes } from './classes';
import { Icon } from './Icon';
import type { IconName } from './icons';
import { Tap } from './Tap';

interface ButtonProps {
  onTap?: () => void;
  /** One `primary` a page: the red one. `text` is red words without a ground. */
  kind?: 'primary' | 'plain' | 'line' | 'text';
  size?: 'm' | 'small' | 'huge';
  icon?: IconName;
  disabled?: boolean;
  /** Works on it: the label stays, dots follow, taps do nothing. */
  busy?: boolean;
  grow?: boolean;
  /** WeChat's own abilities; a native button, drawn the same. */
  open?: Pick<NativeProps, 'openType' | 'onGetPhoneNumber'>;
}

export function Button({ onTap, kind = 'primary', size = 'm', icon, disabled, busy, grow, open, children }: PropsWithChildren<ButtonProps>) {
  const off = disabled || busy;
  const className = classes(styles.button, styles[kind], styles[size], disabled && styles.off, grow && styles.grow);
  const inside = (
    <>
      {icon && <Icon name={icon} />}
      <View>{children}</View>
      {busy && <View className={styles.dots}>……</View>}
    </>
  );
  if (open) {
    return (
      <NativeButton className={classes(styles.native, className)} hoverClass={styles.pressed} disabled={off} onClick={onTap} {...open}>
        {inside}
      </NativeButton>
    );
  }
  return (
    <Tap className={className} onTap={() => onTap?.()} disabled={off}>
      {inside}
    </Tap>
  );
}
