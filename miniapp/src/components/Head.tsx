import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { useAppearance } from '@/platform/appearance';
import { back } from '@/platform/navigation';
import { headRoom } from '@/platform/screen';
import { accessible } from './accessible';
import { classes } from './classes';
import styles from './Head.module.scss';
import { Icon } from './Icon';
import { Tap } from './Tap';

/** The head of a page; leaves room for WeChat's status bar and capsule. */
export function Head({ title, root, end }: { title: string; root: boolean; end?: ReactNode }) {
  const elder = useAppearance((appearance) => appearance.elder);
  const { statusBar, height, capsule } = headRoom();
  return (
    <View className={styles.head} style={`padding-top:${statusBar}px;padding-right:${capsule + 20}px`}>
      <View className={styles.line} style={`min-height:${height}px`}>
        {!root && (
          <Tap className={classes(styles.back, elder && styles.wide)} label="返回" onTap={back}>
            <Icon name="chevron-left" />
            {elder && <View>返回</View>}
          </Tap>
        )}
        <View className={classes(styles.title, root && styles.root)} {...accessible({ role: 'heading', level: '1' })}>
          {title}
        </View>
        {end}
      </View>
    </View>
  );
}
