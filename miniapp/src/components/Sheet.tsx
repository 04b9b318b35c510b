import { View } from '@tarojs/components';
import type { PropsWithChildren, ReactNode } from 'react';
import { accessible } from './accessible';
import { Icon } from './Icon';
import { Phrases } from './Phrases';
import styles from './Sheet.module.scss';
import { Tap } from './Tap';
import { Words } from './Words';

/** Rises over the page; `mark` stands above its title. Closing keeps what was typed: its owner holds the draft. */
export function Sheet({ title, mark, onClose, children }: PropsWithChildren<{ title: string; mark?: ReactNode; onClose: () => void }>) {
  return (
    <View className={styles.over}>
      <View className={styles.scrim} catchMove onClick={onClose} {...accessible({ hidden: true })} />
      <View className={styles.sheet} {...accessible({ role: 'dialog', label: title })}>
        <View className={styles.grab} />
        {mark}
        <View className={styles.head}>
          <Words as="page">
            <Phrases text={title} />
          </Words>
          <Tap className={styles.close} label="关闭" onTap={onClose}>
            <Icon name="x" />
          </Tap>
        </View>
        {children}
      </View>
    </View>
  );
}
