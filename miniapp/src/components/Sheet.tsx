import { View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import { accessible } from './accessible';
import { Icon } from './Icon';
import styles from './Sheet.module.scss';
import { Tap } from './Tap';
import { Words } from './Words';

/** Rises over the page. Closing keeps what was typed: its owner holds the draft. */
export function Sheet({ title, onClose, children }: PropsWithChildren<{ title: string; onClose: () => void }>) {
  return (
    <View className={styles.over}>
      <View className={styles.scrim} catchMove onClick={onClose} {...accessible({ hidden: true })} />
      <View className={styles.sheet} {...accessible({ role: 'dialog', label: title })}>
        <View className={styles.grab} />
        <View className={styles.head}>
          <Words as="page">{title}</Words>
          <Tap className={styles.close} label="关闭" onTap={onClose}>
            <Icon name="x" />
          </Tap>
        </View>
        {children}
      </View>
    </View>
  );
}
