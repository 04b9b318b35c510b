import { View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import styles from './FootLine.module.scss';

/** Above a page's button: how much is left, and a quick way through the rest of it. */
export function FootLine({ words, children }: PropsWithChildren<{ words: string }>) {
  return (
    <View className={styles.line}>
      <View>{words}</View>
      {children}
    </View>
  );
}
