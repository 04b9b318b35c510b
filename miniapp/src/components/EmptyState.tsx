import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { classes } from './classes';
import styles from './EmptyState.module.scss';
import { Icon } from './Icon';
import type { IconName } from './icons';
import { Words } from './Words';

/** Why there is nothing here, in one sentence, and one way on. `fault` for what did not open: the record's safety comes first. */
export function EmptyState({ icon, title, text, fault, children }: { icon: IconName; title: string; text?: string; fault?: boolean; children?: ReactNode }) {
  return (
    <View className={styles.state}>
      <View className={classes(styles.mark, fault && styles.fault)}>
        <Icon name={icon} size="l" />
      </View>
      <Words as="title" className={styles.title}>
        {title}
      </Words>
      {text && (
        <Words as="minor" className={styles.text}>
          {text}
        </Words>
      )}
      {children && <View className={styles.acts}>{children}</View>}
    </View>
  );
}
