import { View } from '@tarojs/components';
import type { List } from '@weidangxiao/shared/contract/blocks.ts';
import { accessible } from '@/components/accessible';
import styles from './blocks.module.scss';
import { Runs } from './Runs';

/** A list, and the lists within it. */
export function ListBlock({ list }: { list: List }) {
  return (
    <View className={styles.list} {...accessible({ role: 'list' })}>
      {list.items.map(({ runs, children }, place) => (
        <View key={place} className={styles.item} {...accessible({ role: 'listitem' })}>
          <View className={styles.marker}>{list.ordered ? `${(list.start ?? 1) + place}.` : '·'}</View>
          <View className={styles.inside}>
            <Runs runs={runs} />
            {children && <ListBlock list={children} />}
          </View>
        </View>
      ))}
    </View>
  );
}
